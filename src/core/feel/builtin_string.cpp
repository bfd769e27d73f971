// String functions (DMN 1.5, 10.3.4.3), by code point, and the conversions to string and number.
#include "base/text.h"
#include "core/feel/builtin.h"
#include "core/feel/evaluation.h"
#include "core/feel/letters.h"
#include "core/feel/pattern.h"

namespace xiezhi::core::feel {
namespace {

constexpr std::uint64_t kPatternSteps = 1'000'000;
constexpr std::size_t kLongestString = 4'000'000;

const std::string* text(Arguments arguments, std::size_t at) {
  return at < arguments.size() ? arguments[at].string() : nullptr;
}

std::string from_points(const std::vector<char32_t>& points, std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to; ++i) base::append_code_point(out, points[i]);
  return out;
}

Value substring(Evaluation&, Arguments arguments) {
  const std::string* whole = text(arguments, 0);
  const auto start = arguments[1].number() == nullptr ? std::nullopt : arguments[1].number()->truncated();
  if (whole == nullptr || !start || *start == 0) return {};
  const auto points = base::code_points(*whole);
  const auto size = static_cast<std::int64_t>(points.size());
  if (*start > size || *start < -size) return {};
  const std::int64_t from = *start > 0 ? *start - 1 : size + *start;
  std::int64_t to = size;
  if (arguments.size() > 2) {
    const auto length = arguments[2].number() == nullptr ? std::nullopt : arguments[2].number()->truncated();
    if (!length || *length < 1) return {};
    to = *length > size - from ? size : from + *length;
  }
  return Value(from_points(points, static_cast<std::size_t>(from), static_cast<std::size_t>(to)));
}

Value string_length(Evaluation&, Arguments arguments) {
  const std::string* whole = text(arguments, 0);
  return whole == nullptr ? Value() : Value(static_cast<std::int64_t>(base::length(*whole)));
}

template <std::string (*kMap)(std::string_view)>
Value mapped(Evaluation&, Arguments arguments) {
  const std::string* whole = text(arguments, 0);
  return whole == nullptr ? Value() : Value(kMap(*whole));
}

enum class Question : std::uint8_t { contains, starts, ends, before, after };

template <Question kQuestion>
Value about(Evaluation&, Arguments arguments) {
  const std::string* whole = text(arguments, 0);
  const std::string* match = text(arguments, 1);
  if (whole == nullptr || match == nullptr) return {};
  const std::size_t at = whole->find(*match);
  const bool found = at != std::string::npos;
  switch (kQuestion) {
    case Question::contains: return Value(found);
    case Question::starts: return Value(whole->starts_with(*match));
    case Question::ends: return Value(whole->ends_with(*match));
    case Question::before: return Value(found ? whole->substr(0, at) : std::string());
    case Question::after: return Value(found ? whole->substr(at + match->size()) : std::string());
  }
  return {};
}

/// The pattern of arguments[1], with the flags of arguments[at].
std::optional<Pattern> pattern_of(Arguments arguments, std::size_t at) {
  const std::string* pattern = text(arguments, 1);
  std::string flags;
  if (at < arguments.size() && !arguments[at].is_null()) {
    if (arguments[at].string() == nullptr) return std::nullopt;
    flags = *arguments[at].string();
  }
  if (text(arguments, 0) == nullptr || pattern == nullptr) return std::nullopt;
  return Pattern::compile(*pattern, flags);
}

/// A pattern that matches nothing at all has no places to replace or to part at (XPath: FORX0003).
bool matches_nothing(const Pattern& pattern, std::uint64_t& steps) { return pattern.search({}, 0, steps).has_value(); }

/// Whether the steps that a pattern took were within bounds.
bool counted(Evaluation& evaluation, std::uint64_t left) {
  if (left == 0) evaluation.note("a pattern needs too many steps");
  return evaluation.spend((kPatternSteps - left) / 8) && left != 0;
}

Value matches(Evaluation& evaluation, Arguments arguments) {
  const auto pattern = pattern_of(arguments, 2);
  if (!pattern) return {};
  std::uint64_t steps = kPatternSteps;
  const auto found = pattern->search(base::code_points(*text(arguments, 0)), 0, steps);
  return counted(evaluation, steps) ? Value(found.has_value()) : Value();
}

/// The replacement for one match: "$0" to "$9", "\$" and "\\"; nothing when it is malformed.
std::optional<std::string> expanded(const std::vector<char32_t>& by, const std::vector<Span>& groups,
                                    const std::vector<char32_t>& points) {
  std::string out;
  for (std::size_t i = 0; i < by.size(); ++i) {
    const char32_t next = i + 1 < by.size() ? by[i + 1] : U'\0';
    if (by[i] == '\\') {
      if (next != '\\' && next != '$') return std::nullopt;
      base::append_code_point(out, next);
      ++i;
    } else if (by[i] == '$') {
      if (next < '0' || next > '9') return std::nullopt;
      std::size_t group = next - '0';
      ++i;
      // More digits count as long as there is such a group.
      while (i + 1 < by.size() && by[i + 1] >= '0' && by[i + 1] <= '9' &&
             group * 10 + (by[i + 1] - '0') < groups.size()) {
        group = group * 10 + (by[++i] - '0');
      }
      if (group < groups.size() && groups[group].first >= 0) {
        out += from_points(points, static_cast<std::size_t>(groups[group].first),
                           static_cast<std::size_t>(groups[group].second));
      }
    } else {
      base::append_code_point(out, by[i]);
    }
  }
  return out;
}

Value replace(Evaluation& evaluation, Arguments arguments) {
  const auto pattern = pattern_of(arguments, 3);
  const std::string* replacement = text(arguments, 2);
  if (!pattern || replacement == nullptr) return {};
  const auto points = base::code_points(*text(arguments, 0));
  const auto by = base::code_points(*replacement);
  std::uint64_t steps = kPatternSteps;
  if (matches_nothing(*pattern, steps)) return evaluation.nothing("replace: the pattern matches an empty string");
  std::string out;
  std::int32_t at = 0;
  const auto size = static_cast<std::int32_t>(points.size());
  while (at <= size) {
    const auto groups = pattern->search(points, at, steps);
    if (steps == 0) break;
    const Span match = groups ? groups->front() : Span{size, size};
    out += from_points(points, static_cast<std::size_t>(at), static_cast<std::size_t>(match.first));
    if (!groups) break;
    const auto text_by = pattern->literal() ? std::optional<std::string>(*replacement) : expanded(by, *groups, points);
    if (!text_by || out.size() + text_by->size() > kLongestString) return {};
    out += *text_by;
    at = match.second;
    if (match.first == match.second) {
      if (at < size) base::append_code_point(out, points[static_cast<std::size_t>(at)]);
      ++at;
    }
  }
  return counted(evaluation, steps) ? Value(std::move(out)) : Value();
}

Value split(Evaluation& evaluation, Arguments arguments) {
  const auto pattern = pattern_of(arguments, 2);
  if (!pattern) return {};
  const auto points = base::code_points(*text(arguments, 0));
  std::uint64_t steps = kPatternSteps;
  if (matches_nothing(*pattern, steps)) return evaluation.nothing("split: the pattern matches an empty string");
  std::vector<Value> out;
  std::int32_t from = 0;
  std::int32_t at = 0;
  while (const auto groups = pattern->search(points, at, steps)) {
    const Span match = groups->front();
    if (match.first == match.second) {
      at = match.second + 1;
      if (at > static_cast<std::int32_t>(points.size())) break;
      continue;
    }
    out.emplace_back(from_points(points, static_cast<std::size_t>(from), static_cast<std::size_t>(match.first)));
    from = at = match.second;
  }
  out.emplace_back(from_points(points, static_cast<std::size_t>(from), points.size()));
  return counted(evaluation, steps) ? Value::list(std::move(out)) : Value();
}

Value string_join(Evaluation& evaluation, Arguments arguments) {
  const Value by = arguments.size() > 1 ? single(arguments[1]) : Value();
  if (arguments[0].is_null() || (!by.is_null() && by.string() == nullptr)) return {};
  const std::vector<Value> alone = {arguments[0]};
  const std::string* delimiter = by.string();
  std::string out;
  bool first = true;
  for (const Value& item : arguments[0].list() == nullptr ? alone : *arguments[0].list()) {
    if (item.is_null()) continue;
    if (item.string() == nullptr) return {};
    if (!first && delimiter != nullptr) out += *delimiter;
    first = false;
    out += *item.string();
    if (out.size() > kLongestString) return evaluation.nothing("a string would be too long");
  }
  return evaluation.spend(out.size() / 16) ? Value(std::move(out)) : Value();
}

Value to_string(Evaluation& evaluation, Arguments arguments) {
  if (arguments[0].is_null()) return {};
  std::string out = text_of(arguments[0]);
  return evaluation.spend(out.size() / 16) ? Value(std::move(out)) : Value();
}

Value to_number(Evaluation&, Arguments arguments) {
  const std::string* from = text(arguments, 0);
  if (from == nullptr) return {};
  std::string grouping;
  std::string point = ".";
  if (arguments.size() > 1) {
    for (std::size_t i = 1; i < 3; ++i) {
      if (!arguments[i].is_null() && arguments[i].string() == nullptr) return {};
    }
    if (!arguments[1].is_null()) grouping = *arguments[1].string();
    if (!arguments[2].is_null()) point = *arguments[2].string();
    const bool known = grouping.empty() || grouping == " " || grouping == "," || grouping == ".";
    if (!known || (!arguments[1].is_null() && grouping.empty()) || (point != "." && point != ",")) return {};
    if (grouping == point) return {};
  }
  std::string plain;
  for (const char c : *from) {
    if (!grouping.empty() && c == grouping[0]) continue;
    if (c == '.' && point != ".") return {};
    plain += c == point[0] ? '.' : c;
  }
  if (plain.starts_with('+')) return {};
  return Value::of(Decimal::parse(plain));
}

constexpr Builtin kTable[] = {
    {"substring", "string,start position,length?", substring},
    {"string length", "string", string_length},
    {"upper case", "string", mapped<upper_case>},
    {"lower case", "string", mapped<lower_case>},
    {"substring before", "string,match", about<Question::before>},
    {"substring after", "string,match", about<Question::after>},
    {"contains", "string,match", about<Question::contains>},
    {"starts with", "string,match", about<Question::starts>},
    {"ends with", "string,match", about<Question::ends>},
    {"matches", "input,pattern,flags?", matches},
    {"replace", "input,pattern,replacement,flags?", replace},
    {"split", "string,delimiter", split},
    {"string join", "list,delimiter?", string_join, false},
    {"string", "from", to_string, false},
    {"number", "from", to_number},
    {"number", "from,grouping separator,decimal separator", to_number},
};

}  // namespace

std::span<const Builtin> string_builtins() { return kTable; }

}  // namespace xiezhi::core::feel
