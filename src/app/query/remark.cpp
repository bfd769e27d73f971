// Remarks of colleagues on a file: outside the journal, and told apart from the file wherever they are shown.
#include "app/account_secret.h"
#include "app/query/query_tools.h"
#include "app/service.h"
#include "base/text.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

constexpr std::size_t kLongestRemark = 4000;  // bytes

}  // namespace

store::DbResult<bool> Service::visible(store::Connection& connection, const Scope& scope, const std::string& stream) {
  const auto target = TRY(load(connection, stream));
  if (target.version == 0) return false;
  const core::engine::World world;
  return scope.admits(core::engine::division_of(world, *target.state), core::engine::body_of(*target.state));
}

QueryResult<RemarkList> Service::remarks(const StreamQuery& query) {
  const std::string_view kind = core::engine::kind_of(query.stream);
  if (kind != "case" && kind != "inspection") return invalid_query("stream");
  RemarkList list;
  const bool open = TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbResult<bool> {
    if (!TRY(visible(connection, query.scope, query.stream))) return false;
    for (const auto& row : TRY(connection.run(store::query::kRemarkList, {query.stream}))) {
      list.rows.push_back({store::text(row[0]), store::text(row[1]), optional_text_of(row[2]).value_or(""),
                           base::Instant{store::integer(row[3])}, store::text(row[4])});
    }
    return true;
  }));
  if (!open) return not_found(query.stream);
  return list;
}

store::DbStatus Service::count_remarks(store::Connection& connection, const Caller& caller,
                                       std::vector<WorkRow>& rows) {
  std::map<std::string, WorkRow*> by_stream;
  std::vector<std::string> streams;
  for (WorkRow& row : rows) {
    by_stream[row.stream] = &row;
    streams.push_back(row.stream);
  }
  for (const auto& row : TRY(connection.run(store::query::kRemarkCounts, {base::to_json(streams), caller.officer}))) {
    WorkRow& marked = *by_stream[store::text(row[0])];
    marked.remarks = store::integer(row[1]);
    marked.last_remark = optional_text_of(row[2]);
  }
  return base::Unit{};
}

QueryResult<RemarkRow> Service::remark(const Caller& caller, const Scope& scope, const std::string& stream,
                                       const std::string& text) {
  const std::string_view kind = core::engine::kind_of(stream);
  const std::string said(base::trim(text));
  if (kind != "case" && kind != "inspection") return invalid_query("stream");
  if (said.empty() || said.size() > kLongestRemark) return invalid_query("text: 1 to 4000 bytes");
  const bool open =
      TRY_DB(readers_.with([&](store::Connection& connection) { return visible(connection, scope, stream); }));
  if (!open) return not_found(stream);
  const base::Instant at = now();
  RemarkRow row{time_uuid(at.ms), caller.officer, caller.name, at, said};
  TRY_DB(beside_.write(store::query::kRemarkInsert, {row.id, stream, row.author, at.ms, said}));
  return row;
}

}  // namespace xiezhi::app
