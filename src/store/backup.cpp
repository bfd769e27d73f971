#include "store/backup.h"

#include <libpq-fe.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <memory>

#include "store/sqlite/connection.h"

namespace xiezhi::store {
namespace {

using base::Err;

Err<DbError> failed(const std::string& message) { return Err{DbError{DbErrorKind::refused, "backup", message}}; }

/// The address as environment variables: on a command line everybody on the machine could read a password.
DbResult<std::vector<std::string>> as_environment(const std::string& address) {
  char* message = nullptr;
  const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(
      PQconninfoParse(address.c_str(), &message), PQconninfoFree);
  if (options == nullptr) {
    const std::string what = message == nullptr ? "malformed address" : message;
    PQfreemem(message);
    return failed(what);
  }
  std::vector<std::string> out;
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->envvar != nullptr && option->val != nullptr)
      out.push_back(std::string(option->envvar) + "=" + option->val);
  }
  for (char** item = environ; *item != nullptr; ++item) {
    if (!std::string_view(*item).starts_with("PG")) out.emplace_back(*item);
  }
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

DbStatus run_pg_dump(const std::string& address, const std::string& file) {
  std::vector<std::string> environment = TRY(as_environment(address));
  std::vector<std::string> command = {"pg_dump", "--format=custom", "--no-owner", "--file=" + file};
  pid_t child = 0;
  const int error =
      posix_spawnp(&child, "pg_dump", nullptr, nullptr, pointers(command).data(), pointers(environment).data());
  if (error != 0) return failed("pg_dump cannot be started; it is part of Debian's postgresql-client");
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return failed("pg_dump was lost");
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return failed("pg_dump failed");
  return base::Unit{};
}

}  // namespace

DbStatus copy_database(std::string_view address, const std::string& file) {
  // VACUUM INTO counts as a write for a connection that only reads, though it holds up nobody.
  const auto connection = TRY(open(address, Access::write));
  if (connection->engine() == Engine::sqlite) return sqlite::copy_to(*connection, file);
  return run_pg_dump(std::string(address), file);
}

}  // namespace xiezhi::store
