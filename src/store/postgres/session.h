// The libpq session behind a connection: prepared statements and pipelines.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/connection.h"

namespace xiezhi::store::postgres {

struct FreeResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, FreeResult>;

class Session {
 public:
  explicit Session(PGconn* handle) : handle_(handle) {}
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() { PQfinish(handle_); }

  [[nodiscard]] PGconn* handle() const { return handle_; }
  [[nodiscard]] bool idle() const { return PQtransactionStatus(handle_) == PQTRANS_IDLE; }

  /// Sends all calls in one round trip. The results are those of the calls, in order; the first error is returned
  /// instead.
  DbResult<std::vector<Result>> exchange(std::span<const Call> calls);
  /// The same for one call.
  DbResult<Result> execute(const Call& call);
  /// Simple protocol: a text of several statements.
  DbStatus script(std::string_view name, const std::string& sql);

  [[nodiscard]] DbError error_of(const PGresult* result, std::string_view statement) const;

 private:
  DbResult<const std::string*> prepare(const Statement& statement);
  DbStatus send(const Call& call);
  DbResult<std::vector<Result>> receive(std::span<const Call> calls);

  PGconn* handle_;
  std::unordered_map<std::string, std::string> prepared_;  ///< text of the statement → its name in the session
};

}  // namespace xiezhi::store::postgres
