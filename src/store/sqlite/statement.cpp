#include "store/sqlite/statement.h"

#include <utility>

namespace xiezhi::store::sqlite {
namespace {

using base::Err;

DbErrorKind kind_of(int code) {
  switch (code) {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
    case SQLITE_CONSTRAINT_UNIQUE: return DbErrorKind::duplicate;
    default: break;
  }
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return DbErrorKind::retry;
    case SQLITE_CANTOPEN:
    case SQLITE_FULL:
    case SQLITE_IOERR: return DbErrorKind::unavailable;
    default: return DbErrorKind::refused;
  }
}

int bind_value(sqlite3_stmt* handle, int place, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(handle, place, *number);
  if (const auto* string = std::get_if<std::string>(&value)) {
    return sqlite3_bind_text64(handle, place, string->data(), string->size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  if (const auto* held = std::get_if<Bytes>(&value)) {
    // A null pointer would bind NULL, and an empty string's data is not null.
    return sqlite3_bind_blob64(handle, place, held->data.data(), held->data.size(), SQLITE_STATIC);
  }
  return sqlite3_bind_null(handle, place);
}

}  // namespace

DbError error_of(sqlite3* db, std::string_view statement) {
  return DbError{kind_of(sqlite3_extended_errcode(db)), std::string(statement), sqlite3_errmsg(db)};
}

DbResult<Prepared> Prepared::make(sqlite3* db, std::string_view name, std::string_view sql) {
  Prepared out;
  out.db_ = db;
  out.name_ = name;
  const int rc = sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                    &out.handle_, nullptr);
  if (rc != SQLITE_OK) return Err{error_of(db, name)};
  VERIFY(out.handle_ != nullptr);
  const int count = sqlite3_bind_parameter_count(out.handle_);
  for (int i = 1; i <= count; ++i) {
    out.places_.push_back(sqlite3_bind_parameter_index(out.handle_, ("$" + std::to_string(i)).c_str()));
    VERIFY(out.places_.back() != 0);
  }
  return out;
}

Prepared::Prepared(Prepared&& other) noexcept
    : db_(other.db_),
      handle_(std::exchange(other.handle_, nullptr)),
      name_(std::move(other.name_)),
      places_(std::move(other.places_)) {}

Prepared::~Prepared() { sqlite3_finalize(handle_); }

int Prepared::bind(const Row& parameters) {
  VERIFY(parameters.size() == places_.size());
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const int rc = bind_value(handle_, places_[i], parameters[i]);
    if (rc != SQLITE_OK) return rc;
  }
  return SQLITE_OK;
}

DbResult<Row> Prepared::read_row() {
  const int columns = sqlite3_column_count(handle_);
  Row row;
  row.reserve(static_cast<std::size_t>(columns));
  for (int i = 0; i < columns; ++i) {
    const auto size = [&] { return static_cast<std::size_t>(sqlite3_column_bytes(handle_, i)); };
    switch (sqlite3_column_type(handle_, i)) {
      case SQLITE_INTEGER: row.emplace_back(static_cast<std::int64_t>(sqlite3_column_int64(handle_, i))); break;
      case SQLITE_TEXT: {
        const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_, i));
        row.emplace_back(std::string(data, size()));
        break;
      }
      case SQLITE_BLOB: {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(handle_, i));
        row.emplace_back(Bytes{data == nullptr ? std::string() : std::string(data, size())});
        break;
      }
      case SQLITE_NULL: row.emplace_back(); break;
      default: return Err{DbError{DbErrorKind::refused, name_, "a column holds a floating-point number"}};
    }
  }
  return row;
}

DbStatus Prepared::run(const Row& parameters, std::vector<Row>* rows) {
  if (bind(parameters) != SQLITE_OK) return Err{error_of(db_, name_)};
  DbStatus status = base::Unit{};
  int rc = sqlite3_step(handle_);
  for (; rc == SQLITE_ROW; rc = sqlite3_step(handle_)) {
    if (rows == nullptr) continue;
    auto row = read_row();
    if (!row.ok()) {
      status = Err{std::move(row).error()};
      break;
    }
    rows->push_back(std::move(row).value());
  }
  if (rc != SQLITE_DONE && status.ok()) status = Err{error_of(db_, name_)};
  sqlite3_reset(handle_);
  return status;
}

DbResult<Prepared*> Cache::get(std::string_view name, std::string_view sql) {
  VERIFY(!sql.empty());
  if (const auto found = statements_.find(sql); found != statements_.end()) return &found->second;
  auto made = TRY(Prepared::make(db_, name, sql));
  return &statements_.emplace(std::string(sql), std::move(made)).first->second;
}

}  // namespace xiezhi::store::sqlite
