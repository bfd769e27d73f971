// Relations of points and ranges (DMN 1.5, table 78), and ranges out of text.
#include "base/text.h"
#include "core/feel/builtin.h"
#include "core/feel/evaluation.h"
#include "core/feel/parser.h"

namespace xiezhi::core::feel {
namespace {

using Sign = std::optional<int>;

/// One end of a range on a line where an excluded start lies just after its value and an excluded end just before. With
/// that, each relation of the table is a plain comparison. A point is a range of its own.
struct End {
  Value value;
  int nudge = 0;
  int infinite = 0;  ///< -1 or 1: no value, beyond all of them
};

struct Stretch {
  End start;
  End end;
};

Stretch stretch_of(const Value& value) {
  if (value.range() == nullptr) return {{value, 0, 0}, {value, 0, 0}};
  const Range& range = *value.range();
  return {{range.low, range.low_included ? 0 : 1, range.low.is_null() ? -1 : 0},
          {range.high, range.high_included ? 0 : -1, range.high.is_null() ? 1 : 0}};
}

Sign sign_of(const End& a, const End& b) {
  if (a.infinite != 0 || b.infinite != 0) return a.infinite < b.infinite ? -1 : (a.infinite > b.infinite ? 1 : 0);
  const auto known = order(a.value, b.value);
  if (!known) return std::nullopt;
  if (*known != 0) return *known < 0 ? -1 : 1;
  return a.nudge < b.nudge ? -1 : (a.nudge > b.nudge ? 1 : 0);
}

/// What a relation looks at: start to start, start to end, end to start, end to end.
struct Signs {
  int starts = 0;
  int start_to_end = 0;
  int end_to_start = 0;
  int ends = 0;
  bool touching_ends = false;    ///< the end of the first and the start of the second are both included
  bool touching_starts = false;  ///< the start of the first and the end of the second are both included
};

/// Which sides of a relation are ranges and never points, as the table lists them.
enum class Ranges : std::uint8_t { either, first, second, both };

template <bool (*kRelation)(const Signs&), Ranges kRanges = Ranges::either>
Value relation(Evaluation&, Arguments arguments) {
  if (arguments[0].is_null() || arguments[1].is_null()) return {};
  if ((kRanges == Ranges::first || kRanges == Ranges::both) && arguments[0].range() == nullptr) return {};
  if ((kRanges == Ranges::second || kRanges == Ranges::both) && arguments[1].range() == nullptr) return {};
  const Stretch a = stretch_of(arguments[0]);
  const Stretch b = stretch_of(arguments[1]);
  const Sign starts = sign_of(a.start, b.start);
  const Sign start_to_end = sign_of(a.start, b.end);
  const Sign end_to_start = sign_of(a.end, b.start);
  const Sign ends = sign_of(a.end, b.end);
  if (!starts || !start_to_end || !end_to_start || !ends) return {};
  return Value(kRelation({*starts, *start_to_end, *end_to_start, *ends, a.end.nudge == 0 && b.start.nudge == 0,
                          a.start.nudge == 0 && b.end.nudge == 0}));
}

bool before(const Signs& s) { return s.end_to_start < 0; }
bool after(const Signs& s) { return s.start_to_end > 0; }
bool meets(const Signs& s) { return s.end_to_start == 0 && s.touching_ends; }
bool met_by(const Signs& s) { return s.start_to_end == 0 && s.touching_starts; }
bool overlaps(const Signs& s) { return s.end_to_start >= 0 && s.start_to_end <= 0; }
bool overlaps_before(const Signs& s) { return s.starts < 0 && s.end_to_start >= 0 && s.ends <= 0; }
bool overlaps_after(const Signs& s) { return s.starts > 0 && s.start_to_end <= 0 && s.ends >= 0; }
bool finishes(const Signs& s) { return s.ends == 0 && s.starts >= 0; }
bool finished_by(const Signs& s) { return s.ends == 0 && s.starts <= 0; }
bool includes(const Signs& s) { return s.starts <= 0 && s.ends >= 0; }
bool during(const Signs& s) { return s.starts >= 0 && s.ends <= 0; }
bool starts(const Signs& s) { return s.starts == 0 && s.ends <= 0; }
bool started_by(const Signs& s) { return s.starts == 0 && s.ends >= 0; }
bool coincides(const Signs& s) { return s.starts == 0 && s.ends == 0; }

/// Whether an end of a range is written out: a literal, or a conversion of a literal text.
bool is_literal(const Node& node) {
  if (node.op == Op::constant) return true;
  if (node.op == Op::negate) return node.parts[0]->op == Op::constant;
  if (node.op != Op::call || node.parts.size() != 2 || node.parts[0]->op != Op::name) return false;
  for (const std::string_view name : {"date", "time", "date and time", "duration"}) {
    if (node.parts[0]->text == name) return node.parts[1]->op == Op::constant;
  }
  return false;
}

/// An open end may be left out: "(..5]" and "[5..)" (grammar rule 66), which parse with null there.
std::string with_both_ends(std::string_view text) {
  text = base::trim(text);
  if (text.size() < 2) return std::string(text);
  std::string out;
  const std::string_view after = base::trim(text.substr(1));
  if ((text.front() == '(' || text.front() == ']') && after.starts_with("..")) {
    out = "(null";
    text = after;
  }
  const std::string_view before = base::trim(text.substr(0, text.size() - 1));
  const bool open = (text.back() == ')' || text.back() == '[') && before.ends_with("..");
  out += open ? std::string(before) + "null)" : std::string(text);
  return out;
}

Value range_from(Evaluation& evaluation, Arguments arguments) {
  if (arguments[0].string() == nullptr) return {};
  Surroundings surroundings;
  surroundings.zones = &evaluation.zones();
  const auto node = parse_expression(with_both_ends(*arguments[0].string()), surroundings);
  if (!node.ok() || (*node)->op != Op::range) return {};
  for (const NodePtr& end : (*node)->parts) {
    if (!is_literal(*end)) return {};
  }
  const Value made = evaluation.evaluate(**node, nullptr);
  if (made.range() == nullptr) return {};
  const Range& range = *made.range();
  const bool one_end = range.low.is_null() != range.high.is_null();
  const auto sign = order(range.low, range.high);
  return one_end || (sign && *sign <= 0) ? made : Value();
}

constexpr std::string_view kPointOrRange = "range1,range2";

constexpr Builtin kTable[] = {
    {"before", kPointOrRange, relation<before>, false},
    {"before", "point1,point2", relation<before>, false},
    {"before", "point,range", relation<before>, false},
    {"before", "range,point", relation<before>, false},
    {"after", kPointOrRange, relation<after>, false},
    {"after", "point1,point2", relation<after>, false},
    {"after", "point,range", relation<after>, false},
    {"after", "range,point", relation<after>, false},
    {"meets", kPointOrRange, relation<meets, Ranges::both>, false},
    {"met by", kPointOrRange, relation<met_by, Ranges::both>, false},
    {"overlaps", kPointOrRange, relation<overlaps, Ranges::both>, false},
    {"overlaps before", kPointOrRange, relation<overlaps_before, Ranges::both>, false},
    {"overlaps after", kPointOrRange, relation<overlaps_after, Ranges::both>, false},
    {"finishes", kPointOrRange, relation<finishes, Ranges::second>, false},
    {"finishes", "point,range", relation<finishes, Ranges::second>, false},
    {"finished by", kPointOrRange, relation<finished_by, Ranges::first>, false},
    {"finished by", "range,point", relation<finished_by, Ranges::first>, false},
    {"includes", kPointOrRange, relation<includes, Ranges::first>, false},
    {"includes", "range,point", relation<includes, Ranges::first>, false},
    {"during", kPointOrRange, relation<during, Ranges::second>, false},
    {"during", "point,range", relation<during, Ranges::second>, false},
    {"starts", kPointOrRange, relation<starts, Ranges::second>, false},
    {"starts", "point,range", relation<starts, Ranges::second>, false},
    {"started by", kPointOrRange, relation<started_by, Ranges::first>, false},
    {"started by", "range,point", relation<started_by, Ranges::first>, false},
    {"coincides", kPointOrRange, relation<coincides>, false},
    {"coincides", "point1,point2", relation<coincides>, false},
    {"range", "from", range_from, false},
};

}  // namespace

std::span<const Builtin> range_builtins() { return kTable; }

}  // namespace xiezhi::core::feel
