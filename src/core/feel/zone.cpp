#include "core/feel/zone.h"

#include <algorithm>

#include "base/text.h"
#include "core/feel/temporal.h"

namespace xiezhi::core::feel {
namespace {

constexpr std::int64_t kDay = 86'400;

std::optional<std::int64_t> number(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 15) return std::nullopt;
  std::int64_t out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    out = out * 10 + (c - '0');
  }
  return negative ? -out : out;
}

/// Reader of POSIX TZ rules.
class RuleReader {
 public:
  explicit RuleReader(std::string_view text) : text_(text) {}

  std::optional<ZoneRule> read() {
    ZoneRule rule;
    if (!skip_name()) return std::nullopt;
    const auto standard = seconds();
    if (!standard) return std::nullopt;
    rule.standard = -*standard;
    rule.summer = rule.standard;
    if (done()) return rule;
    if (!skip_name()) return std::nullopt;
    rule.summer = rule.standard + 3600;
    if (!done() && peek() != ',') {
      const auto summer = seconds();
      if (!summer) return std::nullopt;
      rule.summer = -*summer;
    }
    rule.starts = day();
    rule.ends = day();
    if (!rule.starts || !rule.ends || !done()) return std::nullopt;
    return rule;
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek() const { return done() ? '\0' : text_[at_]; }

  bool skip_name() {
    const std::size_t from = at_;
    if (peek() == '<') {
      while (!done() && peek() != '>') ++at_;
      if (done()) return false;
      ++at_;
      return true;
    }
    while ((peek() >= 'A' && peek() <= 'Z') || (peek() >= 'a' && peek() <= 'z')) ++at_;
    return at_ > from;
  }

  std::optional<std::int32_t> digits() {
    std::int32_t out = 0;
    const std::size_t from = at_;
    while (peek() >= '0' && peek() <= '9' && at_ - from < 4) out = out * 10 + (text_[at_++] - '0');
    if (at_ == from) return std::nullopt;
    return out;
  }

  std::optional<std::int32_t> seconds() {
    const bool negative = peek() == '-';
    if (peek() == '-' || peek() == '+') ++at_;
    std::int32_t out = 0;
    std::int32_t unit = 3600;
    while (true) {
      const auto part = digits();
      if (!part || unit == 0) return std::nullopt;
      out += *part * unit;
      unit /= 60;
      if (peek() != ':') break;
      ++at_;
    }
    return negative ? -out : out;
  }

  std::optional<YearDay> day() {
    if (peek() != ',') return std::nullopt;
    ++at_;
    YearDay out;
    out.kind = 'N';
    if (peek() == 'M' || peek() == 'J') out.kind = text_[at_++];
    const auto first = digits();
    if (!first) return std::nullopt;
    out.day = *first;
    if (out.kind == 'M') {
      out.month = *first;
      if (peek() != '.') return std::nullopt;
      ++at_;
      const auto week = digits();
      if (!week || peek() != '.') return std::nullopt;
      ++at_;
      const auto weekday = digits();
      if (!weekday) return std::nullopt;
      out.week = *week;
      out.day = *weekday;
      if (out.month < 1 || out.month > 12 || out.week < 1 || out.week > 5 || out.day > 6) return std::nullopt;
    }
    if (peek() == '/') {
      ++at_;
      const auto time = seconds();
      if (!time) return std::nullopt;
      out.seconds = *time;
    }
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Local seconds since 1970 of a rule's day in a year.
std::int64_t local_of(const YearDay& rule, std::int32_t year) {
  const std::int64_t january = days_of({year, 1, 1});
  if (rule.kind == 'N') return (january + rule.day) * kDay + rule.seconds;
  if (rule.kind == 'J') {
    const bool leap = days_in_month(year, 2) == 29;
    return (january + rule.day - 1 + (leap && rule.day >= 60 ? 1 : 0)) * kDay + rule.seconds;
  }
  const auto month = static_cast<std::uint8_t>(rule.month);
  const std::int64_t first = days_of({year, month, 1});
  const std::int64_t weekday = ((first + 4) % 7 + 7) % 7;  // 0 = Sunday
  std::int64_t day = 1 + (rule.day - weekday + 7) % 7 + std::int64_t{7} * (rule.week - 1);
  while (day > days_in_month(year, month)) day -= 7;
  return (first + day - 1) * kDay + rule.seconds;
}

std::int32_t offset_by(const ZoneRule& rule, std::int64_t instant) {
  if (!rule.starts || !rule.ends) return rule.standard;
  const std::int32_t year = date_of((instant + rule.standard - (instant % kDay + kDay) % kDay) / kDay).year;
  const std::int64_t starts = local_of(*rule.starts, year) - rule.standard;
  const std::int64_t ends = local_of(*rule.ends, year) - rule.summer;
  const bool summer = starts < ends ? instant >= starts && instant < ends : instant >= starts || instant < ends;
  return summer ? rule.summer : rule.standard;
}

base::Result<Zone, std::string> read_line(const std::vector<std::string_view>& fields) {
  Zone zone;
  const auto first = number(fields[1]);
  const auto rule = parse_zone_rule(fields[3]);
  if (!first || *first > kDay || *first < -kDay) return base::Err{std::string("the first offset is no number")};
  if (!rule) return base::Err{std::string("the rule is not a POSIX TZ rule")};
  zone.first_offset = static_cast<std::int32_t>(*first);
  zone.rule = *rule;
  for (const std::string_view pair : base::split(fields[2], ' ')) {
    if (pair.empty()) continue;
    const auto parts = base::split(pair, ':');
    const auto at = number(parts[0]);
    const auto offset = parts.size() == 2 ? number(parts[1]) : std::nullopt;
    if (!at || !offset || *offset > kDay || *offset < -kDay) return base::Err{std::string("a transition is malformed")};
    if (!zone.transitions.empty() && zone.transitions.back().first >= *at) {
      return base::Err{std::string("transitions are out of order")};
    }
    zone.transitions.emplace_back(*at, static_cast<std::int32_t>(*offset));
  }
  return zone;
}

}  // namespace

std::optional<ZoneRule> parse_zone_rule(std::string_view text) { return RuleReader(text).read(); }

std::int32_t Zone::offset_at(std::int64_t instant) const {
  const auto after = std::upper_bound(transitions.begin(), transitions.end(), instant,
                                      [](std::int64_t value, const auto& one) { return value < one.first; });
  if (after == transitions.end()) return offset_by(rule, instant);
  return after == transitions.begin() ? first_offset : std::prev(after)->second;
}

std::int32_t Zone::offset_of_local(std::int64_t local) const {
  const std::int32_t before = offset_at(local - kDay);
  const std::int32_t after = offset_at(local + kDay);
  if (before == after || offset_at(local - before) == before) return before;
  return offset_at(local - after) == after ? after : before;
}

base::Result<ZoneTable, std::string> ZoneTable::load(std::string_view text) {
  ZoneTable out;
  std::size_t number_of_line = 0;
  for (const std::string_view line : base::split(text, '\n')) {
    ++number_of_line;
    if (line.empty()) continue;
    const auto fields = base::split(line, '|');
    const std::string where = "line " + std::to_string(number_of_line) + ": ";
    if (fields.size() != 4) return base::Err{where + "expected four fields"};
    auto zone = read_line(fields);
    if (!zone.ok()) return base::Err{where + zone.error()};
    for (const std::string_view name : base::split(fields[0], ',')) {
      Zone named = *zone;
      named.name = name;
      out.zones_.insert_or_assign(std::string(name), std::make_shared<const Zone>(std::move(named)));
    }
  }
  return out;
}

std::shared_ptr<const Zone> ZoneTable::find(std::string_view name) const {
  const auto found = zones_.find(name);
  return found == zones_.end() ? nullptr : found->second;
}

}  // namespace xiezhi::core::feel
