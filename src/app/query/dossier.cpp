// The dossier of an enterprise (一企一档): its registration, what its stream gathers, what was done at it.
#include "app/query/file_rows.h"
#include "app/query/query_tools.h"
#include "app/service.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

using core::inspection::Inspection;

constexpr std::size_t kMostFindings = 50;
constexpr int kQuarters = 12;
constexpr int kMonthsInQuarter = 3;

bool settled(core::inspection::FindingStatus status) {
  using core::inspection::FindingStatus;
  switch (status) {
    case FindingStatus::open:
    case FindingStatus::ordered:
    case FindingStatus::uncorrected: return false;
    case FindingStatus::verified:
    case FindingStatus::transferred:
    case FindingStatus::case_filed:
    case FindingStatus::withdrawn: return true;
  }
  VERIFY_NOT_REACHED();
}

void add_open_findings(const Inspection& inspection, const std::string& id, std::vector<OpenFinding>& out) {
  for (const auto& finding : inspection.findings) {
    if (settled(finding.status)) continue;
    OpenFinding row{id, finding.id, finding.description, finding.place, finding.major_hazard, finding.status, {}};
    for (const auto& order : inspection.orders) {
      if (finding.order == order.id) row.deadline = order.deadline;
    }
    out.push_back(std::move(row));
  }
}

/// The first day of the quarter that began so many quarters before today's.
base::Date quarter_start(base::Date today, int before) {
  const int first_month = (today.month() - 1) / kMonthsInQuarter * kMonthsInQuarter + 1;
  return base::Date::of(today.year(), first_month, 1).plus_months(-kMonthsInQuarter * before);
}

std::string quarter_of(base::Date day) {
  return std::to_string(day.year()) + "-Q" + std::to_string((day.month() - 1) / kMonthsInQuarter + 1);
}

/// The last twelve quarters with what the read tables say of them.
std::vector<QuarterFigures> quarters_of(base::Date today, const std::vector<store::Row>& begun,
                                        const std::vector<store::Row>& fines) {
  std::vector<QuarterFigures> out;
  for (int before = kQuarters - 1; before >= 0; --before) {
    out.push_back({quarter_of(quarter_start(today, before)), 0, 0, 0, {}});
  }
  const auto at = [&](base::Date day) -> QuarterFigures* {
    for (QuarterFigures& one : out) {
      if (one.quarter == quarter_of(day)) return &one;
    }
    return nullptr;  // a day to come
  };
  for (const store::Row& row : begun) {
    QuarterFigures* quarter = at(base::Date{static_cast<std::int32_t>(store::integer(row[1]))});
    if (quarter == nullptr) continue;
    const bool inspection = store::text(row[0]) == "inspection";
    (inspection ? quarter->inspections : quarter->cases) += store::integer(row[2]);
    quarter->findings += store::integer(row[3]);
  }
  for (const store::Row& row : fines) {
    const auto day = base::Date::parse(store::text(row[0]));
    VERIFY(day.has_value());
    if (QuarterFigures* quarter = at(*day)) quarter->fine_fen.fen += store::integer(row[1]);
  }
  return out;
}

}  // namespace

store::DbStatus Service::add_holdings(store::Connection& connection, const std::string& id, DossierView& view) {
  std::vector<core::journal::StreamVersion> wanted;
  // OPTIMIZATION: an enterprise that was registered and nothing else has nothing to gather.
  if (view.enterprise.version > 1) wanted.push_back({"enterprise/" + id, view.enterprise.version});
  std::int64_t open = 0;
  for (const InspectionRow& row : view.inspections) {
    if (row.open_findings == 0 || open >= static_cast<std::int64_t>(kMostFindings)) continue;
    wanted.push_back({"inspection/" + row.id, row.version});
    open += row.open_findings;
  }
  if (wanted.empty()) return base::Unit{};
  const auto loaded = TRY(load_streams(connection, cache_, wanted));
  for (const auto& [stream, version] : wanted) {
    if (const auto* inspection = std::get_if<Inspection>(loaded.at(stream).state.get())) {
      add_open_findings(*inspection, core::engine::id_of(stream), view.findings);
    }
    const auto* enterprise = std::get_if<core::dossier::Enterprise>(loaded.at(stream).state.get());
    if (enterprise == nullptr) continue;
    view.licences = enterprise->licences;
    view.hazard_sources = enterprise->hazard_sources;
    view.key_people = enterprise->key_people;
    view.grading = enterprise->grading;
  }
  std::vector<std::string> commitments;
  for (const auto& person : view.key_people) commitments.push_back(person.name.hex);
  view.personal = TRY(values_of(connection, commitments));
  return base::Unit{};
}

QueryResult<DossierView> Service::dossier(const Scope& scope, const std::string& id) {
  DossierView view;
  const base::Date today = now().date();
  const base::Date since = quarter_start(today, kQuarters - 1);
  // What was done at an enterprise is shown with it, wherever the place of the act lies in the province.
  auto calls = ledger::dossier_calls(id);
  const std::size_t own = calls.size();
  calls.push_back({&store::query::kInspectionOfEnterprise, {id, std::int64_t{kMostRows}}});
  calls.push_back({&store::query::kCasefileOfEnterprise, {id, std::int64_t{kMostRows}}});
  calls.push_back({&store::query::kEnterpriseQuarters, {id, base::Instant::start_of(since).ms}});
  calls.push_back({&store::query::kEnterpriseFines, {id, since.iso()}});
  const bool found = TRY_DB(readers_.once([&](store::Connection& connection) -> store::DbResult<bool> {
    const auto rows = TRY(connection.read_each(calls));
    auto dossier = TRY(ledger::read_dossier(connection, pack_.divisions(), scope, std::span(rows).first(own)));
    if (!dossier) return false;
    view.enterprise = *std::move(dossier);
    for (const auto& row : rows[own]) view.inspections.push_back(inspection_row(row, pack_.divisions()));
    for (const auto& row : rows[own + 1]) view.cases.push_back(case_row(row, pack_.divisions()));
    view.quarters = quarters_of(today, rows[own + 2], rows[own + 3]);
    TRY(add_holdings(connection, id, view));
    return true;
  }));
  if (!found) return not_found("enterprise " + id);
  return view;
}

}  // namespace xiezhi::app
