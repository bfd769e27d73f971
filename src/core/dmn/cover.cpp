#include "core/dmn/cover.h"

#include <algorithm>
#include <set>

namespace xiezhi::core::dmn {

std::optional<std::uint32_t> Cover::first_in_region(std::size_t axis, std::uint32_t low, std::uint32_t high) const {
  for (const Stretch& one : shared((*region_)[axis], {{low, high}})) {
    if (const auto at = space_.axes[axis].first_in(one)) return at;
  }
  return std::nullopt;
}

std::vector<std::pair<std::uint32_t, Cover::Rules>> Cover::stretches(std::size_t axis, const Rules& rules) {
  struct Edge {
    std::uint32_t at;
    bool begins;
    std::uint32_t rule;
  };
  std::vector<Edge> edges;
  std::vector<std::uint32_t> starts{0};
  for (const std::uint32_t rule : rules) {
    for (const Stretch& one : space_.rules[rule][axis]) {
      edges.push_back({one.first, true, rule});
      edges.push_back({one.second + 1, false, rule});
      starts.push_back(one.first);
      starts.push_back(one.second + 1);
    }
  }
  for (const Stretch& one : (*region_)[axis]) starts.push_back(one.first);
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.at < b.at; });
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  std::vector<std::pair<std::uint32_t, Rules>> out;
  std::set<std::uint32_t> active;
  std::size_t next = 0;
  const std::uint32_t last = space_.axes[axis].positions() - 1;
  for (std::size_t i = 0; i < starts.size() && starts[i] <= last; ++i) {
    std::size_t end = next;
    while (end < edges.size() && edges[end].at == starts[i]) ++end;
    for (std::size_t k = next; k < end; ++k) {
      if (!edges[k].begins) active.erase(edges[k].rule);
    }
    for (std::size_t k = next; k < end; ++k) {
      if (edges[k].begins) active.insert(edges[k].rule);
    }
    next = end;
    const std::uint32_t high = i + 1 < starts.size() ? starts[i + 1] - 1 : last;
    const auto at = first_in_region(axis, starts[i], std::min(high, last));
    if (at) out.emplace_back(*at, Rules(active.begin(), active.end()));
    // Texts have no order that means anything: those that no cell names are all alike.
    const bool alike =
        at && space_.axes[axis].kind == feel::Kind::string && out.size() > 1 &&
        std::any_of(out.begin(), out.end() - 1, [&](const auto& one) { return one.second == out.back().second; });
    if (alike) out.pop_back();
    const std::uint64_t cost = active.size() + 1;
    if (steps_ < cost) {
      gave_up_ = true;
      return out;
    }
    steps_ -= cost;
  }
  return out;
}

void Cover::search(std::size_t axis, const Rules& rules) {
  if (gave_up_ || holes_.size() >= wanted_) return;
  const bool covered =
      std::any_of(rules.begin(), rules.end(), [&](std::uint32_t rule) { return full_from_[rule] <= axis; });
  if (covered) return;
  if (axis == space_.axes.size()) {
    if (rules.empty()) holes_.push_back(point_);
    return;
  }
  if (!known_[axis].emplace(rules, true).second) return;
  for (const auto& [at, held] : stretches(axis, rules)) {
    point_[axis] = at;
    search(axis + 1, held);
  }
}

std::optional<std::vector<std::vector<std::uint32_t>>> Cover::holes(const std::vector<Side>& region,
                                                                    const std::vector<std::uint32_t>& rules,
                                                                    std::size_t wanted) {
  region_ = &region;
  wanted_ = wanted;
  holes_.clear();
  gave_up_ = false;
  point_.assign(space_.axes.size(), 0);
  known_.assign(space_.axes.size() + 1, {});
  full_from_.assign(space_.rules.size(), 0);
  for (const std::uint32_t rule : rules) {
    std::size_t from = space_.axes.size();
    while (from > 0 && shared(space_.rules[rule][from - 1], region[from - 1]) == region[from - 1]) --from;
    full_from_[rule] = from;
  }
  search(0, rules);
  if (gave_up_) return std::nullopt;
  return std::move(holes_);
}

}  // namespace xiezhi::core::dmn
