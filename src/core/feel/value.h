// A FEEL value (DMN 1.5, 10.3.2): immutable and cheap to copy.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/feel/decimal.h"
#include "core/feel/temporal.h"

namespace xiezhi::core::feel {

class Value;
struct List;
struct Context;
struct Range;
class Function;

enum class Kind : std::uint8_t {
  null,
  boolean,
  number,
  string,
  date,
  time,
  date_time,
  seconds,
  months,
  list,
  context,
  range,
  function
};

/// Nesting of values; what would nest deeper is not made. JSON carries as much.
inline constexpr std::uint32_t kDeepestValue = 28;
/// Parts of a value, counted as often as they are reached; what would be larger is not made.
inline constexpr std::uint64_t kLargestValue = 2'000'000;

class Value {
 public:
  using Entry = std::pair<std::string, Value>;

  Value() = default;
  explicit Value(bool value) : value_(value) {}
  explicit Value(const Decimal& value) : value_(value) {}
  explicit Value(std::int64_t value) : value_(Decimal(value)) {}
  explicit Value(std::string value) : value_(std::make_shared<const std::string>(std::move(value))) {}
  explicit Value(std::string_view value) : Value(std::string(value)) {}
  explicit Value(const char* value) : Value(std::string(value)) {}
  explicit Value(const Date& value) : value_(value) {}
  explicit Value(const Time& value) : value_(std::make_shared<const Time>(value)) {}
  explicit Value(const DateTime& value) : value_(std::make_shared<const DateTime>(value)) {}
  explicit Value(const Seconds& value) : value_(value) {}
  explicit Value(const Months& value) : value_(value) {}
  explicit Value(std::shared_ptr<const Function> value) : value_(std::move(value)) {}
  /// Null when the result would nest too deeply or be too large.
  static Value list(std::vector<Value> items);
  static Value context(std::vector<Entry> entries);
  static Value range(Range range);
  /// Null where there is no number.
  static Value of(const MaybeDecimal& value) { return value ? Value(*value) : Value(); }

  [[nodiscard]] Kind kind() const { return static_cast<Kind>(value_.index()); }
  [[nodiscard]] bool is_null() const { return value_.index() == 0; }
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value_); }
  [[nodiscard]] const Decimal* number() const { return std::get_if<Decimal>(&value_); }
  [[nodiscard]] const std::string* string() const { return held<std::string>(); }
  [[nodiscard]] const Date* date() const { return std::get_if<Date>(&value_); }
  [[nodiscard]] const Time* time() const { return held<Time>(); }
  [[nodiscard]] const DateTime* date_time() const { return held<DateTime>(); }
  [[nodiscard]] const Seconds* seconds() const { return std::get_if<Seconds>(&value_); }
  [[nodiscard]] const Months* months() const { return std::get_if<Months>(&value_); }
  [[nodiscard]] const std::vector<Value>* list() const;
  [[nodiscard]] const std::vector<Entry>* context() const;
  [[nodiscard]] const Range* range() const { return held<Range>(); }
  [[nodiscard]] const std::shared_ptr<const Function>* function() const {
    return std::get_if<std::shared_ptr<const Function>>(&value_);
  }
  [[nodiscard]] bool is_true() const { return boolean() != nullptr && *boolean(); }
  /// The entry of a context, or null when this is no context or has none of that name.
  [[nodiscard]] const Value* find(std::string_view name) const;
  [[nodiscard]] std::uint32_t depth() const;
  [[nodiscard]] std::uint64_t weight() const;

 private:
  template <typename T>
  [[nodiscard]] const T* held() const {
    const auto* pointer = std::get_if<std::shared_ptr<const T>>(&value_);
    return pointer == nullptr ? nullptr : pointer->get();
  }

  std::variant<std::monostate, bool, Decimal, std::shared_ptr<const std::string>, Date, std::shared_ptr<const Time>,
               std::shared_ptr<const DateTime>, Seconds, Months, std::shared_ptr<const List>,
               std::shared_ptr<const Context>, std::shared_ptr<const Range>, std::shared_ptr<const Function>>
      value_;
};

struct List {
  std::vector<Value> items;
  std::uint32_t depth = 1;
  std::uint64_t weight = 1;
};

struct Context {
  std::vector<Value::Entry> entries;
  std::uint32_t depth = 1;
  std::uint64_t weight = 1;
};

/// How a range was written: two ends, or one comparison ("(<10)" differs from "(null..10)").
enum class RangeForm : std::uint8_t { ends, less, less_equal, greater, greater_equal, equal, not_equal };

struct Range {
  Value low;
  Value high;
  bool low_included = false;
  bool high_included = false;
  RangeForm form = RangeForm::ends;
};

/// What `=` gives: nothing where the two cannot be compared. Seconds are compared whole, as the conformance kit does.
std::optional<bool> equal(const Value& a, const Value& b);
/// Same kind and same value, zone and offset included (the function `is`).
bool identical(const Value& a, const Value& b);
/// Order of two numbers, strings (by code point), dates, times, date-times or durations; else nothing.
std::optional<std::strong_ordering> order(const Value& a, const Value& b);
/// Whether the range holds the value; nothing when they cannot be compared.
std::optional<bool> contains(const Range& range, const Value& value);
/// What the function `string` makes of it; strings inside lists and contexts are quoted.
std::string text_of(const Value& value, bool quoted = false);
/// "number", "years and months duration", …
std::string_view name_of(Kind kind);

}  // namespace xiezhi::core::feel
