#include <algorithm>

#include "core/dmn/space.h"

namespace xiezhi::core::dmn {
namespace {

using feel::Decimal;
using feel::Kind;
using feel::Rounding;
using feel::Value;

Decimal floor_of(const Decimal& value) { return value.rounded(0, Rounding::floor).value_or(value); }

/// A number after `low` and before `high`, whole where there is one.
Decimal number_between(const Decimal* low, const Decimal* high) {
  const Decimal one(1);
  if (low == nullptr && high == nullptr) return Decimal(0);
  if (low == nullptr) return feel::subtract(high->rounded(0, Rounding::ceiling).value_or(*high), one).value_or(*high);
  const Decimal next = feel::add(floor_of(*low), one).value_or(*low);
  if (high == nullptr || next < *high) return next;
  return feel::divide(feel::add(*low, *high).value_or(*low), Decimal(2)).value_or(*low);
}

std::int64_t whole_between(const std::int64_t* low, const std::int64_t* high) {
  if (low != nullptr) return *low + 1;
  return high != nullptr ? *high - 1 : 0;
}

/// A text after `low` and before `high` in the order of code points.
std::string text_between(const std::string* low, const std::string* high) {
  const auto fits = [&](const std::string& text) {
    return (low == nullptr || *low < text) && (high == nullptr || text < *high);
  };
  for (const char* plain : {"其他", "other", ""}) {
    if (fits(plain)) return plain;
  }
  const std::string after = low == nullptr ? "" : *low;
  return fits(after + "*") ? after + "*" : after + "\x01";
}

}  // namespace

std::optional<std::uint32_t> Axis::position(const Value& value) const {
  if (kind == Kind::null) return 0;
  if (value.kind() != kind) return std::nullopt;
  const auto found = std::lower_bound(cuts.begin(), cuts.end(), value, less);
  const auto at = static_cast<std::uint32_t>(found - cuts.begin());
  const bool exact = found != cuts.end() && !less(value, *found);
  return 2 * at + (exact ? 1 : 0);
}

Value Axis::sample(std::uint32_t at) const {
  const std::size_t next = at / 2;
  if (at % 2 == 1) return cuts[next];
  const Value* low = next > 0 ? &cuts[next - 1] : nullptr;
  const Value* high = next < cuts.size() ? &cuts[next] : nullptr;
  switch (kind) {
    case Kind::number: return Value(number_between(low ? low->number() : nullptr, high ? high->number() : nullptr));
    case Kind::string: return Value(text_between(low ? low->string() : nullptr, high ? high->string() : nullptr));
    case Kind::seconds:
      return Value(feel::Seconds{number_between(low ? &low->seconds()->value : nullptr,  //
                                                high ? &high->seconds()->value : nullptr)});
    case Kind::months:
      return Value(feel::Months{whole_between(low ? &low->months()->value : nullptr,  //
                                              high ? &high->months()->value : nullptr)});
    case Kind::date: {
      const std::int64_t after = low ? feel::days_of(*low->date()) : 0;
      const std::int64_t before = high ? feel::days_of(*high->date()) : 0;
      return Value(feel::date_of(whole_between(low ? &after : nullptr, high ? &before : nullptr)));
    }
    case Kind::boolean: return Value(next > 0);
    case Kind::null:
    case Kind::time:
    case Kind::date_time:
    case Kind::list:
    case Kind::context:
    case Kind::range:
    case Kind::function: return {};
  }
  return {};
}

std::optional<std::uint32_t> Axis::first_in(const Stretch& stretch) const {
  for (std::uint32_t at = stretch.first; at <= stretch.second && at < positions(); ++at) {
    if (inside[at]) return at;
  }
  return std::nullopt;
}

std::optional<std::vector<std::uint32_t>> point_in(const Space& space, std::uint32_t rule) {
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < space.axes.size(); ++i) {
    std::optional<std::uint32_t> at;
    for (const Stretch& one : space.rules[rule][i]) {
      if (!at) at = space.axes[i].first_in(one);
    }
    if (!at) return std::nullopt;
    out.push_back(*at);
  }
  return out;
}

Side shared(const Side& a, const Side& b) {
  Side out;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    const std::uint32_t low = std::max(a[i].first, b[k].first);
    const std::uint32_t high = std::min(a[i].second, b[k].second);
    if (low <= high) out.emplace_back(low, high);
    if (a[i].second < b[k].second) {
      ++i;
    } else {
      ++k;
    }
  }
  return out;
}

bool holds(const Side& side, std::uint32_t at) {
  return std::any_of(side.begin(), side.end(), [&](const Stretch& one) { return one.first <= at && at <= one.second; });
}

}  // namespace xiezhi::core::dmn
