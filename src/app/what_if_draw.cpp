#include "app/what_if_draw.h"

#include <algorithm>

namespace xiezhi::app {
namespace {

namespace feel = core::feel;

/// SplitMix64: the same cases everywhere.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t limit) { return limit == 0 ? 0 : next() % limit; }

 private:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

}  // namespace

CaseDraw::CaseDraw(const std::vector<core::dmn::Axis>& axes) {
  for (const core::dmn::Axis& axis : axes) axes_.push_back(stretches_of(axis));
}

std::vector<CaseDraw::Stretch> CaseDraw::stretches_of(const core::dmn::Axis& axis) {
  std::vector<Stretch> out;
  for (std::uint32_t at = 0; at < axis.positions(); ++at) {
    if (!axis.inside[at]) continue;
    Stretch one{axis.sample(at), 0, 0};
    const std::size_t next = at / 2;
    const bool between = at % 2 == 0 && axis.kind == feel::Kind::number && next > 0 && next < axis.cuts.size();
    const auto low = between ? axis.cuts[next - 1].number()->truncated() : std::nullopt;
    const auto high = between ? axis.cuts[next].number()->truncated() : std::nullopt;
    if (low && high && *low >= 0 && *high - *low > 2) one = {axis.sample(at), *low + 1, *high - *low - 1};
    out.push_back(std::move(one));
  }
  return out;
}

void CaseDraw::run(Comparison& comparison, std::uint64_t seed, std::int64_t first, std::int64_t last, std::size_t show,
                   std::vector<Example>& examples) const {
  VERIFY(first % kDrawnAtOnce == 0);
  std::vector<feel::Value> values(axes_.size());
  std::optional<Draw> draw;
  for (std::int64_t i = first; i < last; ++i) {
    if (i % kDrawnAtOnce == 0) draw.emplace(seed + static_cast<std::uint64_t>(i));
    for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
      const auto& stretches = axes_[axis];
      if (stretches.empty()) {
        values[axis] = {};
        continue;
      }
      const Stretch& one = stretches[draw->below(stretches.size())];
      values[axis] =
          one.count == 0
              ? one.sample
              : feel::Value(one.first + static_cast<std::int64_t>(draw->below(static_cast<std::uint64_t>(one.count))));
    }
    if (comparison.add(values) && examples.size() < show) examples.push_back(comparison.example(values, ""));
  }
}

std::vector<feel::Value> values_of(const Comparison& comparison, const std::vector<core::law::StatedFact>& facts) {
  std::vector<feel::Value> out;
  for (const auto& axis : comparison.axes()) {
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const auto& one) { return one.name == axis.name; });
    out.push_back(found == facts.end() ? feel::Value()
                                       : core::law::read_fact(axis, found->value).value_or(feel::Value()));
  }
  return out;
}

}  // namespace xiezhi::app
