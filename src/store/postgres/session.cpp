#include "store/postgres/session.h"

#include "store/postgres/value.h"

namespace xiezhi::store::postgres {
namespace {

using base::Err;

DbErrorKind kind_of(std::string_view state) {
  if (state == "23505") return DbErrorKind::duplicate;  // unique_violation
  // serialization_failure, deadlock_detected, lock_not_available
  if (state == "40001" || state == "40P01" || state == "55P03") return DbErrorKind::retry;
  // connection exceptions, operator intervention (shutdown, crash), and no state at all: the line is dead
  if (state.empty() || state.starts_with("08") || state.starts_with("57P")) return DbErrorKind::unavailable;
  return DbErrorKind::refused;
}

bool succeeded(const PGresult* result) {
  const auto status = PQresultStatus(result);
  return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

constexpr int kBinary = 1;

}  // namespace

DbError Session::error_of(const PGresult* result, std::string_view statement) const {
  const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const char* message = result == nullptr ? PQerrorMessage(handle_) : PQresultErrorMessage(result);
  return DbError{kind_of(state == nullptr ? "" : state), std::string(statement), message};
}

DbResult<const std::string*> Session::prepare(const Statement& statement) {
  VERIFY(!statement.postgres.empty());
  std::string sql(statement.postgres);
  if (const auto found = prepared_.find(sql); found != prepared_.end()) return &found->second;
  std::string name = "s" + std::to_string(prepared_.size());
  const Result result(PQprepare(handle_, name.c_str(), sql.c_str(), 0, nullptr));
  if (!succeeded(result.get())) return Err{error_of(result.get(), statement.name)};
  const auto place = prepared_.emplace(std::move(sql), std::move(name)).first;
  return &place->second;
}

DbResult<Result> Session::execute(const Call& call) {
  const std::string* name = TRY(prepare(*call.statement));
  const Parameters parameters(call.parameters);
  Result result(PQexecPrepared(handle_, name->c_str(), parameters.count(), parameters.values(), parameters.lengths(),
                               parameters.formats(), kBinary));
  if (!succeeded(result.get())) return Err{error_of(result.get(), call.statement->name)};
  return result;
}

DbStatus Session::send(const Call& call) {
  const std::string* name = TRY(prepare(*call.statement));
  const Parameters parameters(call.parameters);
  const int sent = PQsendQueryPrepared(handle_, name->c_str(), parameters.count(), parameters.values(),
                                       parameters.lengths(), parameters.formats(), kBinary);
  if (sent == 0) return Err{error_of(nullptr, call.statement->name)};
  return base::Unit{};
}

DbResult<std::vector<Result>> Session::exchange(std::span<const Call> calls) {
  // What is not prepared yet is prepared first: no round trip of its own is possible inside a pipeline.
  for (const Call& call : calls) TRY(prepare(*call.statement));
  if (PQenterPipelineMode(handle_) == 0) return Err{error_of(nullptr, "pipeline")};
  DbStatus sent = base::Unit{};
  for (std::size_t i = 0; i < calls.size() && sent.ok(); ++i) sent = send(calls[i]);
  if (sent.ok() && PQpipelineSync(handle_) == 0) sent = Err{error_of(nullptr, "pipeline")};
  if (!sent.ok()) return Err{std::move(sent).error()};  // only a dead line brings us here
  return receive(calls);
}

DbResult<std::vector<Result>> Session::receive(std::span<const Call> calls) {
  std::vector<Result> results;
  results.reserve(calls.size());
  std::string_view failed_at;
  Result failure;
  bool lost = false;
  for (std::size_t i = 0; i < calls.size() && !lost; ++i) {
    Result result(PQgetResult(handle_));
    lost = result == nullptr;
    if (lost) break;
    if (!succeeded(result.get()) && failure == nullptr) {
      failure = std::move(result);
      failed_at = calls[i].statement->name;
    } else {
      results.push_back(std::move(result));
    }
    // Each statement's results end with a null.
    while (PGresult* more = PQgetResult(handle_)) {
      PQclear(more);
      if (PQstatus(handle_) != CONNECTION_OK) break;
    }
    lost = PQstatus(handle_) != CONNECTION_OK;
  }
  if (!lost) {
    const Result sync(PQgetResult(handle_));
    lost = PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC || PQexitPipelineMode(handle_) == 0;
  }
  if (failure != nullptr && !lost) return Err{error_of(failure.get(), failed_at)};
  if (lost) return Err{DbError{DbErrorKind::unavailable, "pipeline", PQerrorMessage(handle_)}};
  return results;
}

DbStatus Session::script(std::string_view name, const std::string& sql) {
  const Result result(PQexec(handle_, sql.c_str()));
  if (!succeeded(result.get())) return Err{error_of(result.get(), name)};
  return base::Unit{};
}

}  // namespace xiezhi::store::postgres
