#include "app/query/file_rows.h"

#include "app/query/query_tools.h"
#include "store/journal.h"

namespace xiezhi::app {

InspectionRow inspection_row(const store::Row& row, const core::org::Divisions& divisions) {
  InspectionRow out;
  out.id = store::text(row[0]);
  out.version = store::integer(row[1]);
  out.enterprise = store::text(row[2]);
  out.enterprise_name = optional_text_of(row[3]).value_or("");
  out.division = store::text(row[4]);
  out.place = ledger::place_name(divisions, out.division);
  out.body = store::text(row[5]);
  out.body_name = optional_text_of(row[6]).value_or("");
  out.status = store::text(row[7]);
  out.opened_at = base::Instant{store::integer(row[8])};
  out.findings = store::integer(row[9]);
  out.open_findings = store::integer(row[10]);
  out.due_on = optional_text_of(row[11]);
  return out;
}

CaseRow case_row(const store::Row& row, const core::org::Divisions& divisions) {
  CaseRow out;
  out.id = store::text(row[0]);
  out.version = store::integer(row[1]);
  out.enterprise = optional_text_of(row[2]);
  out.title = store::text(row[3]);
  out.division = store::text(row[4]);
  out.place = ledger::place_name(divisions, out.division);
  out.body = store::text(row[5]);
  out.body_name = optional_text_of(row[6]).value_or("");
  out.status = store::text(row[7]);
  out.filed_at = base::Instant{store::integer(row[8])};
  out.due_on = optional_text_of(row[9]);
  out.fine_fen = base::Money{store::integer(row[10])};
  return out;
}

store::DbResult<std::map<std::string, std::string>> values_of(store::Connection& connection,
                                                              const std::vector<std::string>& commitments) {
  std::map<std::string, std::string> out;
  if (commitments.empty()) return out;
  for (const auto& [commitment, value] : TRY(store::get_private_values(connection, commitments))) {
    out[commitment] = value.value;
  }
  return out;
}

}  // namespace xiezhi::app
