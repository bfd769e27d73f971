// What a region sets beside its decision tables: three lists that legal staff keep.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/law/pack.h"

namespace xiezhi::core::law {

enum class ListKind : std::uint8_t {
  leniency,       ///< 包容免罚清单 (行政处罚法 第三十三条)
  circumstances,  ///< 从轻、减轻、从重情节 (第三十条至第三十二条、第三十四条)
  figures         ///< amounts and terms that the law leaves to the region, for example for a hearing (第六十三条)
};
BOOST_DESCRIBE_ENUM(ListKind, leniency, circumstances, figures)

/// The entries of one list; the vectors of the other kinds are empty.
struct ListContent {
  std::vector<Leniency> leniency;
  std::vector<Circumstance> circumstances;
  std::vector<Figure> figures;
};
BOOST_DESCRIBE_STRUCT(ListContent, (), (leniency, circumstances, figures))

/// A list as a region published it: from its day it takes the place of what stood before.
struct PublishedList {
  std::string region;  ///< "23"
  ListKind kind = ListKind::leniency;
  base::Date from;
  ListContent content;
};
BOOST_DESCRIBE_STRUCT(PublishedList, (), (region, kind, from, content))

/// "23.leniency".
std::string list_id(std::string_view region, ListKind kind);

/// The entries of a region that are in force on a day.
ListContent list_on(const Pack& pack, std::string_view region, ListKind kind, base::Date on);
/// Without days, notes and provenance: what two versions of a list have in common or not.
ListContent bare(ListContent content);
/// Every entry with the first day on which it applies, and where it was published.
ListContent dated(ListContent content, base::Date from, std::string_view published_in);

/// The pack's lists with the published ones laid over them. `lists` in the order of their days.
PackFile with_lists(PackFile file, const std::vector<PublishedList>& lists);

}  // namespace xiezhi::core::law
