#include "core/feel/value.h"

#include <algorithm>

#include "base/text.h"
#include "core/feel/function.h"
#include "core/feel/lexer.h"

namespace xiezhi::core::feel {
namespace {

/// Depth and weight of a whole from its parts; false when it must not be made.
template <typename Whole>
bool measure(Whole& whole, const Value& part) {
  whole.depth = std::max(whole.depth, part.depth() + 1);
  whole.weight += part.weight();
  return whole.depth <= kDeepestValue && whole.weight <= kLargestValue;
}

std::optional<bool> equal_lists(const std::vector<Value>& a, const std::vector<Value>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!equal(a[i], b[i]).value_or(false)) return false;
  }
  return true;
}

std::optional<bool> equal_contexts(const Value& a, const Value& b) {
  if (a.context()->size() != b.context()->size()) return false;
  for (const auto& [name, value] : *a.context()) {
    const Value* other = b.find(name);
    if (other == nullptr || !equal(value, *other).value_or(false)) return false;
  }
  return true;
}

bool equal_ranges(const Range& a, const Range& b) {
  return a.form == b.form && a.low_included == b.low_included && a.high_included == b.high_included &&
         equal(a.low, b.low).value_or(false) && equal(a.high, b.high).value_or(false);
}

Time whole_second(Time time) {
  time.nano = 0;
  return time;
}

bool same_zone(const Time& a, const Time& b) {
  return a.offset == b.offset && (a.zone == nullptr) == (b.zone == nullptr) &&
         (a.zone == nullptr || a.zone->name == b.zone->name);
}

std::optional<bool> is_equal(const std::optional<std::strong_ordering>& order) {
  if (!order) return std::nullopt;
  return *order == 0;
}

void append_text(std::string& out, const Value& value, bool quoted);

std::string text_of_range(const Range& range) {
  const auto end = [](const Value& value) { return text_of(value, true); };
  switch (range.form) {
    case RangeForm::less: return "(<" + end(range.high) + ")";
    case RangeForm::less_equal: return "(<=" + end(range.high) + ")";
    case RangeForm::greater: return "(>" + end(range.low) + ")";
    case RangeForm::greater_equal: return "(>=" + end(range.low) + ")";
    case RangeForm::equal: return "(=" + end(range.low) + ")";
    case RangeForm::not_equal: return "(!=" + end(range.low) + ")";
    case RangeForm::ends: break;
  }
  return (range.low_included ? "[" : "(") + end(range.low) + ".." + end(range.high) + (range.high_included ? "]" : ")");
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

/// Whether a key reads as a name where an entry begins.
bool is_plain_name(const std::string& key) {
  for (std::size_t at = 0; at < key.size();) {
    const bool first = at == 0;
    const char32_t c = base::next_code_point(key, at);
    const bool sign = c < 0x80 && std::string_view(" ./-'+*").find(static_cast<char>(c)) != std::string_view::npos;
    if (first ? !starts_name(c) : !continues_name(c) && !sign) return false;
  }
  return !key.empty() && key.back() != ' ' && key.find("  ") == std::string::npos;
}

void append_context(std::string& out, const std::vector<Value::Entry>& entries) {
  out += '{';
  bool first = true;
  for (const auto& [name, value] : entries) {
    if (!first) out += ", ";
    first = false;
    is_plain_name(name) ? void(out += name) : append_quoted(out, name);
    out += ": ";
    append_text(out, value, true);
  }
  out += '}';
}

void append_text(std::string& out, const Value& value, bool quoted) {
  switch (value.kind()) {
    case Kind::null: out += "null"; return;
    case Kind::boolean: out += *value.boolean() ? "true" : "false"; return;
    case Kind::number: out += value.number()->text(); return;
    case Kind::string: quoted ? append_quoted(out, *value.string()) : void(out += *value.string()); return;
    case Kind::date: out += text_of(*value.date()); return;
    case Kind::time: out += text_of(*value.time()); return;
    case Kind::date_time: out += text_of(*value.date_time()); return;
    case Kind::seconds: out += text_of(*value.seconds()); return;
    case Kind::months: out += text_of(*value.months()); return;
    case Kind::context: append_context(out, *value.context()); return;
    case Kind::range: out += text_of_range(*value.range()); return;
    case Kind::function: out += "function"; return;
    case Kind::list: break;
  }
  out += '[';
  for (std::size_t i = 0; i < value.list()->size(); ++i) {
    if (i != 0) out += ", ";
    append_text(out, (*value.list())[i], true);
  }
  out += ']';
}

}  // namespace

Value Value::list(std::vector<Value> items) {
  List whole;
  for (const Value& item : items) {
    if (!measure(whole, item)) return {};
  }
  whole.items = std::move(items);
  Value out;
  out.value_ = std::make_shared<const List>(std::move(whole));
  return out;
}

Value Value::context(std::vector<Entry> entries) {
  Context whole;
  for (const Entry& entry : entries) {
    if (!measure(whole, entry.second)) return {};
  }
  whole.entries = std::move(entries);
  Value out;
  out.value_ = std::make_shared<const Context>(std::move(whole));
  return out;
}

Value Value::range(Range range) {
  Value out;
  out.value_ = std::make_shared<const Range>(std::move(range));
  return out;
}

const std::vector<Value>* Value::list() const {
  const auto* whole = held<List>();
  return whole == nullptr ? nullptr : &whole->items;
}

const std::vector<Value::Entry>* Value::context() const {
  const auto* whole = held<Context>();
  return whole == nullptr ? nullptr : &whole->entries;
}

const Value* Value::find(std::string_view name) const {
  const auto* entries = context();
  if (entries == nullptr) return nullptr;
  for (const Entry& entry : *entries) {
    if (entry.first == name) return &entry.second;
  }
  return nullptr;
}

std::uint32_t Value::depth() const {
  if (const auto* whole = held<List>()) return whole->depth;
  if (const auto* whole = held<Context>()) return whole->depth;
  if (const auto* pointer = function()) return (*pointer)->depth();
  return 0;
}

std::uint64_t Value::weight() const {
  if (const auto* whole = held<List>()) return whole->weight;
  if (const auto* whole = held<Context>()) return whole->weight;
  return string() == nullptr ? 1 : 1 + string()->size() / 32;
}

std::optional<bool> equal(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return a.is_null() && b.is_null();
  if (a.kind() != b.kind()) return std::nullopt;
  switch (a.kind()) {
    case Kind::null: return true;
    case Kind::boolean: return *a.boolean() == *b.boolean();
    case Kind::number: return *a.number() == *b.number();
    case Kind::string: return *a.string() == *b.string();
    case Kind::date: return *a.date() == *b.date();
    case Kind::seconds: return a.seconds()->value == b.seconds()->value;
    case Kind::months: return a.months()->value == b.months()->value;
    case Kind::time: return is_equal(compare(whole_second(*a.time()), whole_second(*b.time()))).value_or(false);
    case Kind::date_time: {
      DateTime first = *a.date_time();
      DateTime second = *b.date_time();
      first.time.nano = second.time.nano = 0;
      return is_equal(compare(first, second)).value_or(false);
    }
    case Kind::list: return equal_lists(*a.list(), *b.list());
    case Kind::context: return equal_contexts(a, b);
    case Kind::range: return equal_ranges(*a.range(), *b.range());
    case Kind::function: return *a.function() == *b.function();
  }
  return std::nullopt;
}

bool identical(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  if (a.time() != nullptr) {
    return same_zone(*a.time(), *b.time()) && a.time()->seconds() == b.time()->seconds() &&
           a.time()->nano == b.time()->nano;
  }
  if (a.date_time() != nullptr) {
    const DateTime& first = *a.date_time();
    const DateTime& second = *b.date_time();
    return first.date == second.date && identical(Value(first.time), Value(second.time));
  }
  return equal(a, b).value_or(false);
}

std::optional<std::strong_ordering> order(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return std::nullopt;
  switch (a.kind()) {
    case Kind::number: return *a.number() <=> *b.number();
    case Kind::string: return a.string()->compare(*b.string()) <=> 0;
    case Kind::date: return *a.date() <=> *b.date();
    case Kind::time: return compare(*a.time(), *b.time());
    case Kind::date_time: return compare(*a.date_time(), *b.date_time());
    case Kind::seconds: return a.seconds()->value <=> b.seconds()->value;
    case Kind::months: return a.months()->value <=> b.months()->value;
    case Kind::null:
    case Kind::boolean:
    case Kind::list:
    case Kind::context:
    case Kind::range:
    case Kind::function: return std::nullopt;
  }
  return std::nullopt;
}

std::optional<bool> contains(const Range& range, const Value& value) {
  if (range.form == RangeForm::equal || range.form == RangeForm::not_equal) {
    const auto same = equal(value, range.low);
    if (!same) return std::nullopt;
    return *same == (range.form == RangeForm::equal);
  }
  bool inside = true;
  if (!range.low.is_null() || range.form == RangeForm::greater || range.form == RangeForm::greater_equal) {
    const auto low = order(range.low, value);
    if (!low) return std::nullopt;
    inside = *low < 0 || (*low == 0 && range.low_included);
  }
  if (!range.high.is_null() || range.form == RangeForm::less || range.form == RangeForm::less_equal) {
    const auto high = order(value, range.high);
    if (!high) return std::nullopt;
    inside = inside && (*high < 0 || (*high == 0 && range.high_included));
  }
  if (range.low.is_null() && range.high.is_null()) return std::nullopt;
  return inside;
}

std::string text_of(const Value& value, bool quoted) {
  std::string out;
  append_text(out, value, quoted);
  return out;
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::null: return "null";
    case Kind::boolean: return "boolean";
    case Kind::number: return "number";
    case Kind::string: return "string";
    case Kind::date: return "date";
    case Kind::time: return "time";
    case Kind::date_time: return "date and time";
    case Kind::seconds: return "days and time duration";
    case Kind::months: return "years and months duration";
    case Kind::list: return "list";
    case Kind::context: return "context";
    case Kind::range: return "range";
    case Kind::function: return "function";
  }
  return "";
}

}  // namespace xiezhi::core::feel
