// The organisation, the law and the ledger, as forms need them.
#include "app/query/query_tools.h"
#include "app/service.h"
#include "base/text.h"
#include "core/casefile/range.h"
#include "store/query.h"

namespace xiezhi::app {

QueryResult<ledger::EnterprisePage> Service::list_enterprises(const Scope& scope,
                                                              const ledger::EnterpriseFilter& filter) {
  return TRY_DB(ledger_page(scope, filter));
}

store::DbResult<ledger::EnterprisePage> Service::ledger_page(const Scope& scope,
                                                             const ledger::EnterpriseFilter& filter) {
  return readers_.with([&](store::Connection& connection) {
    return ledger::list_enterprises(connection, pack_.divisions(), scope, filter);
  });
}

QueryResult<OfficerList> Service::officers(const OfficerQuery& query) {
  OfficerList list;
  if (!query.scope.granted()) return list;
  const std::string& division = query.scope.division();
  const auto rows = TRY_DB(readers_.once([&](store::Connection& connection) {
    return connection.run(store::query::kOfficerList, {division, end_of_prefix(division), query.body.value_or("")});
  }));
  for (const store::Row& row : rows) {
    const auto officer = base::parse_json<core::org::Officer>(store::text(row[0]));
    VERIFY(officer.ok());
    OfficerRow out{officer->id,
                   officer->name,
                   officer->body,
                   store::text(row[1]),
                   std::string(base::enum_name(officer->rank)),
                   {},
                   officer->certificates,
                   officer->left_on};
    for (const core::org::Duty duty : officer->duties) out.duties.emplace_back(base::enum_name(duty));
    list.rows.push_back(std::move(out));
  }
  return list;
}

QueryResult<BodyList> Service::bodies() {
  const auto rows =
      TRY_DB(readers_.once([&](store::Connection& connection) { return connection.run(store::query::kBodyList, {}); }));
  BodyList list;
  for (const store::Row& row : rows) {
    list.rows.push_back({store::text(row[0]), store::text(row[1]), store::text(row[2]), store::text(row[3]),
                         store::text(row[4]), optional_text_of(row[5])});
  }
  return list;
}

QueryResult<ViolationList> Service::violations(const ViolationQuery& query) {
  ViolationList list;
  const std::string text(base::trim(query.text.value_or("")));
  for (const core::law::Violation& violation : pack_.violations()) {
    const std::string article = pack_.cite(violation.penalty);
    const bool wanted = text.empty() || violation.title.find(text) != std::string::npos ||
                        article.find(text) != std::string::npos || violation.id.find(text) != std::string::npos;
    if (!wanted) continue;
    ViolationRow row{violation.id, violation.title, article, {}, {}, core::casefile::has_own_penalty(violation)};
    for (const auto& duty : violation.duty) row.duty.push_back(pack_.cite(duty));
    for (const auto& branch : violation.branches) {
      const std::string subject(base::enum_name(branch.subject));
      if (std::find(row.subjects.begin(), row.subjects.end(), subject) == row.subjects.end()) {
        row.subjects.push_back(subject);
      }
    }
    list.rows.push_back(std::move(row));
  }
  return list;
}

QueryResult<DivisionList> Service::divisions() {
  DivisionList list;
  for (const core::org::Division& division : pack_.divisions().all()) {
    DivisionRow row{division.code, division.name, std::nullopt};
    const auto path = pack_.divisions().path(division.code);
    if (path.size() >= 2) row.parent = path[path.size() - 2]->code;
    list.rows.push_back(std::move(row));
  }
  return list;
}

QueryResult<FigureList> Service::figures(const Caller& caller, const FigureQuery& query) {
  FigureList list;
  for (const std::string_view key : base::split(query.keys, ',')) {
    const auto* figure = pack_.figure(key, now().date(), caller.division);
    if (figure == nullptr) return not_found("figure " + std::string(key));
    list.rows.push_back({figure->key, figure->value, std::string(base::enum_name(figure->unit)),
                         pack_.cite(figure->source), std::string(base::enum_name(figure->status))});
  }
  return list;
}

}  // namespace xiezhi::app
