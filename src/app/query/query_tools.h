// Small things that queries share: pages, ranges of division codes, failures.
#pragma once

#include <charconv>

#include "app/view/views.h"

namespace xiezhi::app {

inline base::Err<QueryProblem> unavailable(const store::DbError& error) {
  return base::Err{QueryProblem{"unavailable", error.statement + ": " + error.message}};
}
inline base::Err<QueryProblem> not_found(const std::string& what) { return base::Err{QueryProblem{"not_found", what}}; }
inline base::Err<QueryProblem> invalid_query(const std::string& what) {
  return base::Err{QueryProblem{"invalid", what}};
}

/// The value of a database result, or the query's failure.
#define TRY_DB(...)                                          \
  ({                                                         \
    auto&& db_result_ = (__VA_ARGS__);                       \
    if (!db_result_.ok()) [[unlikely]]                       \
      return ::xiezhi::app::unavailable(db_result_.error()); \
    std::move(db_result_).value();                           \
  })

inline constexpr std::int32_t kPageSize = 20;
inline constexpr std::int32_t kMostRows = 200;

inline std::int64_t page_size(const std::optional<std::int32_t>& size) {
  return std::min(kMostRows, std::max(1, size.value_or(kPageSize)));
}

/// The first code after all codes that begin with `prefix`: digits are followed by ':' in ASCII.
inline std::string end_of_prefix(const std::string& prefix) { return prefix + ":"; }

/// A cursor is "<instant>.<id>" of the last row; a fresh list starts before everything.
struct Cursor {
  std::int64_t at = INT64_MAX;
  std::string id = "~";
};
inline std::optional<Cursor> read_cursor(const std::optional<std::string>& text) {
  if (!text || text->empty()) return Cursor{};
  const std::size_t dot = text->find('.');
  if (dot == std::string::npos) return std::nullopt;
  Cursor cursor;
  const auto [end, error] = std::from_chars(text->data(), text->data() + dot, cursor.at);
  if (error != std::errc() || end != text->data() + dot) return std::nullopt;
  cursor.id = text->substr(dot + 1);
  return cursor;
}

/// The due day of files without one: it sorts after every other.
inline constexpr std::string_view kNoDueDay = "9999-12-31";

/// The cursor of a task list is "<due day>.<stream>" of the last row.
struct TaskCursor {
  std::string due;
  std::string stream;
};
inline std::optional<TaskCursor> read_task_cursor(const std::optional<std::string>& text) {
  if (!text || text->empty()) return TaskCursor{};
  const std::size_t dot = text->find('.');
  if (dot == std::string::npos) return std::nullopt;
  return TaskCursor{text->substr(0, dot), text->substr(dot + 1)};
}

inline std::optional<std::string> optional_text_of(const store::Value& value) {
  return store::is_null(value) ? std::nullopt : std::optional(store::text(value));
}

/// The division asked for, when it lies in the scope; else the scope's own. Nothing when nothing may be seen.
inline std::optional<std::string> division_asked(const Scope& scope, const std::optional<std::string>& asked) {
  if (!scope.granted()) return std::nullopt;
  if (!asked || asked->empty()) return scope.division();
  return asked->starts_with(scope.division()) ? std::optional(*asked) : std::nullopt;
}

}  // namespace xiezhi::app
