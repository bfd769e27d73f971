#include "core/dossier/placement.h"

#include <algorithm>

#include "base/text.h"
#include "core/text/fold.h"

namespace xiezhi::core::dossier {
namespace {

using org::Division;
using org::DivisionKind;

constexpr std::size_t kCityLength = 4;

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return text.starts_with(beginning); });
}

/// "大庆路", "向阳街", "东安小区": a street or estate that bears a division's name, not the division.
bool names_a_street(std::string_view rest) {
  return begins_with_any(rest,
                         {"路",   "街",   "大街", "大道", "大路", "道街", "巷",     "胡同",   "小区",  "社区", "新村",
                          "花园", "小学", "中学", "大厦", "宾馆", "商场", "市场",   "桥",     "北路",  "南路", "东路",
                          "西路", "北街", "南街", "东街", "西街", "中路", "一道街", "二道街", "三道街"});
}

/// "林甸镇" is the seat of 林甸县, but "向阳镇" and "红旗村" say nothing about 向阳区.
bool names_a_village(std::string_view rest) { return begins_with_any(rest, {"镇", "乡", "村", "屯"}); }

bool is_county_or_zone(const Division& division) {
  return division.kind == DivisionKind::county || division.kind == DivisionKind::zone;
}

std::string_view code_of(const Division* division) {
  return division == nullptr ? std::string_view() : std::string_view(division->code);
}

/// Start of what follows the province's name, a list number or other signs in front.
std::size_t skip_front(std::string_view text, const Division& province) {
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  if (text.substr(at).starts_with("中国")) at += std::string_view("中国").size();
  if (text.substr(at).starts_with(province.name)) return at + province.name.size();
  if (province.short_names) {
    for (const std::string& name : *province.short_names) {
      if (text.substr(at).starts_with(name)) return at + name.size();
    }
  }
  return at;
}

}  // namespace

Placer::Placer(const org::Divisions& divisions) : divisions_(divisions) {
  const auto& all = divisions.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].kind == DivisionKind::province) continue;
    add(all[i].name, i, NameKind::full);
    for (const auto& name : all[i].former_names.value_or(std::vector<std::string>())) add(name, i, NameKind::former);
    for (const auto& name : all[i].short_names.value_or(std::vector<std::string>())) add(name, i, NameKind::short_form);
  }
  for (auto& [first, names] : by_first_) {
    std::stable_sort(names.begin(), names.end(),
                     [](const Name& a, const Name& b) { return a.text.size() > b.text.size(); });
  }
}

void Placer::add(std::string_view text, std::size_t division, NameKind kind) {
  std::size_t after = 0;
  base::next_code_point(text, after);
  by_first_[std::string(text.substr(0, after))].push_back({std::string(text), division, kind});
}

/// The longest names that stand at `at`: all of the same length, for one text may name several divisions. `city` limits
/// them to the counties of a city; `counties` tells counties from cities.
std::vector<const Placer::Name*> Placer::longest_at(std::string_view text, std::size_t at, std::string_view city,
                                                    bool counties) const {
  std::vector<const Name*> out;
  std::size_t after = at;
  base::next_code_point(text, after);
  const auto names = by_first_.find(text.substr(at, after - at));
  if (names == by_first_.end()) return out;
  for (const Name& name : names->second) {
    if (!out.empty() && name.text.size() < out.front()->text.size()) break;
    const Division& division = divisions_.all()[name.division];
    if (is_county_or_zone(division) != counties || !division.code.starts_with(city)) continue;
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with(name.text)) continue;
    const std::string_view next = rest.substr(name.text.size());
    if (names_a_street(next)) continue;
    const bool district = division.name.ends_with("区");
    if (name.kind == NameKind::short_form && names_a_village(next) && (district || !counties)) continue;
    out.push_back(&name);
  }
  return out;
}

/// The county of a known city whose name stands at `at`.
std::string Placer::county_after(std::string_view text, std::size_t at, std::string_view city) const {
  if (at >= text.size()) return {};
  const auto found = longest_at(text, at, city, true);
  return found.empty() ? std::string() : divisions_.all()[found.front()->division].code;
}

/// The first full or former county name anywhere in the text; short forms count in front of "集中区" alone.
std::string Placer::county_within(std::string_view text, std::size_t from, std::string_view city) const {
  for (std::size_t at = from; at < text.size(); base::next_code_point(text, at)) {
    for (const Name* name : longest_at(text, at, city, true)) {
      const bool plain = name->kind != NameKind::short_form;
      if (plain || text.substr(at + name->text.size()).starts_with("集中区")) {
        return divisions_.all()[name->division].code;
      }
    }
  }
  return {};
}

/// The city whose full name stands anywhere in the text.
std::string Placer::city_within(std::string_view text) const {
  for (std::size_t at = 0; at < text.size(); base::next_code_point(text, at)) {
    for (const Name* name : longest_at(text, at, "", false)) {
      if (name->kind == NameKind::full) return divisions_.all()[name->division].code;
    }
  }
  return {};
}

Placer::Spoken Placer::read(std::string_view text, std::string_view likely_city) const {
  Spoken out;
  if (text.empty()) return out;
  for (const std::string& province : divisions_.file().other_provinces) {
    if (text.starts_with(province)) return {"", false, true, false};
  }
  const std::size_t front = skip_front(text, divisions_.all().front());
  if (front >= text.size()) return out;
  const auto cities = longest_at(text, front, "", false);
  const auto counties = longest_at(text, front, "", true);
  // "伊春区" is longer than "伊春": the county's own name stands in front.
  const bool city_first =
      !cities.empty() && (counties.empty() || cities.front()->text.size() >= counties.front()->text.size());
  if (city_first) {
    const std::string& city = divisions_.all()[cities.front()->division].code;
    const std::size_t after = front + cities.front()->text.size();
    out.code = county_after(text, after, city);
    if (out.code.empty()) out.code = county_within(text, after, city);
    if (out.code.empty()) out.code = city;
    return out;
  }
  out.bare = front == 0;
  if (!counties.empty()) {
    for (const Name* name : counties) {
      const std::string& code = divisions_.all()[name->division].code;
      if (counties.size() == 1 || (!likely_city.empty() && code.starts_with(likely_city))) out.code = code;
    }
    out.several = out.code.empty();
    return out;
  }
  // Nothing in front: look further on, with the city as the guide.
  const std::string city = city_within(text.substr(front));
  out.bare = out.bare && city.empty();
  const std::string_view guide = city.empty() ? likely_city : std::string_view(city);
  if (!guide.empty()) out.code = county_within(text, front, guide);
  if (out.code.empty()) out.code = city;
  return out;
}

Placement Placer::place(std::string_view address, std::string_view register_code, std::string_view region) const {
  const Division* by_code = divisions_.of_register_code(register_code);
  const bool code_elsewhere = register_code.size() == 6 && !register_code.starts_with(divisions_.file().province);
  const Spoken listed = read(text::identity_form(region), "");
  const std::string_view guide = !listed.code.empty() ? std::string_view(listed.code) : code_of(by_code);
  const Spoken spoken = read(text::identity_form(address), org::city_of(guide));

  Placement out;
  if (code_elsewhere) out.doubts.push_back(PlaceDoubt::other_province_code);
  // A county's bare name exists in other provinces too (宝山区), and the code was given out in one of them.
  if (spoken.other_province || (code_elsewhere && (spoken.bare || spoken.code.empty()))) {
    out.doubts.push_back(PlaceDoubt::other_province);
    return out;
  }
  if (spoken.several) out.doubts.push_back(PlaceDoubt::several);
  const std::string& best = !spoken.code.empty() ? spoken.code : listed.code;
  if (best.empty()) {
    out.division = code_of(by_code);
    if (by_code != nullptr) out.by = is_county_or_zone(*by_code) ? PlacedBy::code : PlacedBy::code_city;
    return out;
  }
  if (best.size() <= kCityLength && by_code != nullptr && by_code->code.starts_with(best) &&
      is_county_or_zone(*by_code)) {
    out.division = by_code->code;
    out.by = PlacedBy::code;
  } else {
    out.division = best;
    out.by = spoken.code.empty() ? PlacedBy::region
                                 : (best.size() > kCityLength ? PlacedBy::address : PlacedBy::address_city);
  }
  // A superior's name or code says less, not something else.
  const auto differs = [&](std::string_view code) {
    return !code.empty() && !std::string_view(best).starts_with(code) && !code.starts_with(best);
  };
  if (differs(code_of(by_code))) out.doubts.push_back(PlaceDoubt::code_differs);
  if (differs(listed.code)) out.doubts.push_back(PlaceDoubt::region_differs);
  return out;
}

}  // namespace xiezhi::core::dossier
