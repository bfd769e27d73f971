#include "app/projection/projection.h"

#include <algorithm>

#include "app/projection/hands.h"
#include "app/projection/numbers.h"
#include "app/projection/terms.h"
#include "base/text.h"
#include "core/casefile/weighing.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

namespace query = store::query;
using core::casefile::CaseFile;
using core::casefile::CaseParty;
using core::inspection::FindingStatus;
using core::inspection::Inspection;

/// Sorts after every date: a task without a due day comes last.
constexpr const char* kNoDueDay = "9999-12-31";

store::Value optional_text(const std::optional<std::string>& text) {
  return text ? store::Value(*text) : store::Value(std::monostate());
}

store::Value optional_date(const std::optional<base::Date>& date) {
  return date ? store::Value(date->iso()) : store::Value(std::monostate());
}

bool is_open(FindingStatus status) {
  return status == FindingStatus::open || status == FindingStatus::ordered || status == FindingStatus::uncorrected;
}

std::optional<base::Date> nearest(const std::vector<FileTerm>& terms) {
  return terms.empty() ? std::nullopt : std::optional(terms.front().day);
}

std::string title_of(const CaseFile& casefile) {
  for (const CaseParty& party : casefile.parties) {
    if (party.party.name) return *party.party.name;
  }
  return casefile.reference.empty() ? casefile.id : casefile.reference;
}

std::optional<std::string> enterprise_of(const CaseFile& casefile) {
  for (const CaseParty& party : casefile.parties) {
    if (party.party.enterprise) return party.party.enterprise;
  }
  return std::nullopt;
}

/// The due day of an open file as its rows sort by it; nothing of one that is closed.
std::optional<std::string> open_until(bool open, const std::optional<base::Date>& due) {
  if (!open) return std::nullopt;
  return due ? due->iso() : std::string(kNoDueDay);
}

/// Whose hands a file lies in: a row each, in place of those before.
void project_hands(const char* kind, const std::string& id, const std::string& body, base::Instant began,
                   const std::optional<std::string>& open_until, const std::vector<Hand>& hands,
                   std::vector<store::Call>& calls) {
  calls.push_back({&query::kFileHandDelete, {std::string(kind), id}});
  for (const Hand& hand : hands) {
    calls.push_back({&query::kFileHandInsert,
                     {std::string(kind), id, hand.role, hand.officer, body, began.ms, optional_text(open_until)}});
  }
}

void project_numbers(const char* kind, const std::string& id, const std::vector<std::string>& numbers,
                     std::vector<store::Call>& calls) {
  if (numbers.empty()) return;
  calls.push_back({&query::kFileNumberDelete, {std::string(kind), id}});
  for (const std::string& number : numbers) {
    if (const auto key = number_key(number))
      calls.push_back({&query::kFileNumberInsert, {std::string(kind), id, number, *key}});
  }
}

void task(const std::string& stream, const std::string& division, const std::string& body, const char* kind,
          const std::optional<std::string>& enterprise, const std::string& title, const std::string& status,
          const std::optional<base::Date>& due, base::Instant since, std::vector<store::Call>& calls) {
  calls.push_back({&query::kTaskUpsert,
                   {stream, division, body, std::string(kind), optional_text(enterprise), title, status,
                    due ? due->iso() : std::string(kNoDueDay), since.ms}});
}

void project(const std::string& stream, std::int64_t version, const Inspection& state, const core::law::Pack& pack,
             std::vector<store::Call>& calls) {
  const auto open = std::count_if(state.findings.begin(), state.findings.end(),
                                  [](const auto& finding) { return is_open(finding.status); });
  const auto due = nearest(terms_of(state, pack));
  const std::string status = status_of(state);
  calls.push_back(
      {&query::kInspectionUpsert,
       {state.id, version, state.enterprise, state.division, state.body, status, state.opened_at.ms,
        static_cast<std::int64_t>(state.findings.size()), static_cast<std::int64_t>(open), optional_date(due)}});
  if (state.closed_at) {
    calls.push_back({&query::kTaskDelete, {stream}});
  } else {
    task(stream, state.division, state.body, "inspection", state.enterprise, state.trigger_reference, status, due,
         state.opened_at, calls);
  }
  project_numbers("inspection", state.id, numbers_of(state), calls);
  project_hands("inspection", state.id, state.body, state.opened_at, open_until(!state.closed_at, due), hands_of(state),
                calls);
}

/// The fines of the decisions in force; nothing before the first decision.
void project_fines(const CaseFile& state, const core::law::Pack& pack, std::vector<store::Call>& calls) {
  const bool decided = std::any_of(state.parties.begin(), state.parties.end(),
                                   [](const CaseParty& party) { return party.track.decision.has_value(); });
  if (!decided) return;
  calls.push_back({&query::kDecidedFineDelete, {state.id}});
  for (const CaseParty& party : state.parties) {
    const auto& decision = party.track.decision;
    if (!decision || decision->revoked_at) continue;
    for (const auto& sanction : decision->sanctions) {
      const auto* charge = state.charge(sanction.charge);
      if (charge == nullptr || sanction.kind != core::law::MeasureKind::fine || !sanction.amount_fen) continue;
      const auto* weighing = state.weighing(party.party.id, charge->id);
      const auto basis = core::casefile::weighing_basis(state, party.party.id, charge->id, pack);
      calls.push_back(
          {&query::kDecidedFineInsert,
           {state.id, party.party.id, charge->id, charge->violation, std::string(base::enum_name(party.subject)),
            decision->decided_at.date().iso(), sanction.amount_fen->fen,
            weighing == nullptr ? store::Value(std::monostate()) : store::Value(weighing->tier), state.division,
            basis && basis->range ? store::Value(std::string(base::enum_name(basis->range->stage)))
                                  : store::Value(std::monostate())}});
    }
  }
}

void project(const std::string& stream, std::int64_t version, const CaseFile& state, const core::law::Pack& pack,
             std::vector<store::Call>& calls) {
  std::int64_t fine = 0;
  for (const CaseParty& party : state.parties) {
    const auto& decision = party.track.decision;
    if (decision && !decision->revoked_at) fine += decision->total_fine_fen.fen;
  }
  const auto due = nearest(terms_of(state, pack));
  const auto enterprise = enterprise_of(state);
  const std::string status = status_of(state);
  calls.push_back({&query::kCasefileUpsert,
                   {state.id, version, optional_text(enterprise), title_of(state), state.division, state.body, status,
                    state.filed_at.ms, optional_date(due), fine}});
  project_fines(state, pack, calls);
  if (state.over()) {
    calls.push_back({&query::kTaskDelete, {stream}});
  } else {
    task(stream, state.division, state.body, "case", enterprise, title_of(state), status, due, state.filed_at, calls);
  }
  project_numbers("case", state.id, numbers_of(state), calls);
  project_hands("case", state.id, state.body, state.filed_at, open_until(!state.over(), due), hands_of(state, pack),
                calls);
}

void project(const std::string&, std::int64_t version, const core::org::Body& state, const core::law::Pack&,
             std::vector<store::Call>& calls) {
  calls.push_back({&query::kBodyUpsert,
                   {state.id, version, state.name, std::string(base::enum_name(state.level)),
                    std::string(base::enum_name(state.kind)), state.division, optional_text(state.parent)}});
}

void project(const std::string&, std::int64_t version, const core::org::Officer& state, const core::law::Pack&,
             std::vector<store::Call>& calls) {
  std::vector<std::string> duties;
  for (const core::org::Duty duty : state.duties) duties.emplace_back(base::enum_name(duty));
  calls.push_back({&query::kOfficerUpsert,
                   {state.id, version, state.name, state.body, std::string(base::enum_name(state.rank)),
                    base::join(duties, " "), optional_date(state.left_on), base::to_json(state)}});
}

void project(const std::string&, std::int64_t, const core::dossier::Enterprise&, const core::law::Pack&,
             std::vector<store::Call>&) {}

// Tables and lists are few, and are read from their streams.
void project(const std::string&, std::int64_t, const core::benchmark::Series&, const core::law::Pack&,
             std::vector<store::Call>&) {}
void project(const std::string&, std::int64_t, const core::regulation::Regulation&, const core::law::Pack&,
             std::vector<store::Call>&) {}

}  // namespace

std::string status_of(const Inspection& inspection) {
  if (inspection.closed_at) return "closed";
  if (!inspection.scheme_approved_by) return "opened";
  if (!inspection.on_site) return "scheme_approved";
  if (!inspection.feedback_at) return "on_site";
  if (!inspection.signed_off()) return "signing";
  const bool open = std::any_of(inspection.findings.begin(), inspection.findings.end(),
                                [](const auto& finding) { return is_open(finding.status); });
  const bool measured = std::any_of(inspection.measures.begin(), inspection.measures.end(),
                                    [](const auto& measure) { return !measure.ended_on; });
  return open || measured ? "correcting" : "ready_to_close";
}

std::string status_of(const CaseFile& casefile) {
  if (casefile.terminated_at) return "terminated";
  if (casefile.closed_at) return "closed";
  const auto all = [&](auto test) { return std::all_of(casefile.parties.begin(), casefile.parties.end(), test); };
  const auto done = [](const CaseParty& party) { return party.track.decision && !party.track.to_decide_anew(); };
  if (all([&](const CaseParty& party) { return done(party) && party.track.service.has_value(); })) return "served";
  if (all(done)) return "decided";
  if (!casefile.investigation_ended_at) return "investigating";
  const bool notified = std::any_of(casefile.parties.begin(), casefile.parties.end(), [](const CaseParty& party) {
    const auto& notices = party.track.notices;
    return !notices.empty() && !party.track.before_remand(notices.back().version);
  });
  return notified ? "notified" : "investigated";
}

void project_state(const std::string& stream, std::int64_t version, const core::engine::Aggregate& aggregate,
                   const core::law::Pack& pack, std::vector<store::Call>& calls) {
  std::visit([&](const auto& state) { project(stream, version, state, pack, calls); }, aggregate);
}

}  // namespace xiezhi::app
