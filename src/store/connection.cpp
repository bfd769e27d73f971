#include "store/connection.h"

#include "store/migration.h"
#include "store/postgres/connection.h"
#include "store/sqlite/connection.h"

namespace xiezhi::store {
namespace {

constexpr std::string_view kSqlite = "sqlite:";

DbResult<std::unique_ptr<Connection>> connect(std::string_view address, Access access) {
  if (address.starts_with(kSqlite)) return sqlite::connect(address.substr(kSqlite.size()), access);
  if (address.starts_with("postgresql:") || address.starts_with("postgres:")) {
    return postgres::connect(address, access);
  }
  return base::Err{DbError{DbErrorKind::refused, "open",
                           "an address starts with sqlite: or postgresql:, not " + std::string(address.substr(0, 16))}};
}

}  // namespace

std::int64_t integer(const Value& value) {
  const auto* held = std::get_if<std::int64_t>(&value);
  VERIFY(held != nullptr);
  return *held;
}

const std::string& text(const Value& value) {
  const auto* held = std::get_if<std::string>(&value);
  VERIFY(held != nullptr);
  return *held;
}

const std::string& bytes(const Value& value) {
  const auto* held = std::get_if<Bytes>(&value);
  VERIFY(held != nullptr);
  return held->data;
}

bool is_null(const Value& value) { return std::holds_alternative<std::monostate>(value); }

DbResult<std::unique_ptr<Connection>> open(std::string_view address, Access access) {
  auto connection = TRY(connect(address, access));
  TRY(check_migrations(*connection, migrations()));
  return connection;
}

DbStatus migrate(std::string_view address) {
  const auto connection = TRY(connect(address, Access::write));
  return apply_migrations(*connection, migrations());
}

}  // namespace xiezhi::store
