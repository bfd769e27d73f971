#include "lawtool/items.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "core/casefile/range.h"
#include "core/law/citation.h"
#include "core/law/validate.h"

namespace xiezhi::lawtool {
namespace {

const law::Instrument* instrument_of(const law::PackFile& pack, const std::string& id) {
  for (const law::Instrument& instrument : pack.instruments) {
    if (instrument.id == id) return &instrument;
  }
  return nullptr;
}

std::string cite(const law::PackFile& pack, const law::Citation& place) {
  const law::Instrument* text = instrument_of(pack, place.instrument);
  return (text == nullptr ? place.instrument : text->short_title) + " " + law::place_in_chinese(place);
}

std::optional<Item> item_of(const law::Violation& violation) {
  std::set<law::Decider> bodies;
  std::set<law::MeasureKind> measures;
  bool ours = false;
  for (const law::Branch& branch : violation.branches) {
    for (const law::Measure& measure : branch.measures) {
      if (!core::casefile::is_penalty(measure.kind)) continue;
      bodies.insert(measure.decider);
      measures.insert(measure.kind);
      ours = ours || core::casefile::decided_by_department(measure);
    }
  }
  if (!ours) return std::nullopt;
  return Item{violation.id,   "对“" + violation.title + "”的行政处罚", {violation.penalty},
              violation.duty, {bodies.begin(), bodies.end()},          {measures.begin(), measures.end()}};
}

}  // namespace

std::vector<Item> derive_items(const law::PackFile& pack, base::Date on) {
  std::vector<Item> out;
  for (const law::Violation& violation : pack.violations) {
    const law::Instrument* text = instrument_of(pack, violation.penalty.instrument);
    if (text == nullptr || !law::in_force(text->from, text->until, on)) continue;
    if (auto item = item_of(violation)) out.push_back(std::move(*item));
  }
  return out;
}

std::string items_markdown(const std::vector<Item>& items, const law::PackFile& pack) {
  std::string out = "| 编号 | 事项 | 处罚依据 | 违反条款 | 决定机关 | 措施 |\n|---|---|---|---|---|---|\n";
  const auto places = [&](const std::vector<law::Citation>& list) {
    std::vector<std::string> names;
    for (const law::Citation& place : list) names.push_back(cite(pack, place));
    return base::join(names, "；");
  };
  for (const Item& item : items) {
    std::vector<std::string> bodies;
    for (law::Decider decider : item.bodies) bodies.emplace_back(base::enum_name(decider));
    std::vector<std::string> measures;
    for (law::MeasureKind kind : item.measures) measures.emplace_back(base::enum_name(kind));
    out += "| " + item.id + " | " + item.name + " | " + places(item.basis) + " | " + places(item.duty) + " | " +
           base::join(bodies, ", ") + " | " + base::join(measures, ", ") + " |\n";
  }
  return out;
}

}  // namespace xiezhi::lawtool
