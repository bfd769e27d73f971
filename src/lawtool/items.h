// The catalogue of enforcement items (执法事项目录), derived from the law pack, and the check of such a catalogue.
#pragma once

#include <string>
#include <vector>

#include "core/law/pack.h"

namespace xiezhi::lawtool {

namespace law = core::law;

/// One item: what may be punished, on which basis, by whom.
struct Item {
  std::string id;                    ///< of the violation where it is derived; any where it is a department's own
  std::string name;                  ///< "对…的行政处罚"
  std::vector<law::Citation> basis;  ///< the penalty clauses, to the item
  std::vector<law::Citation> duty;   ///< the provisions broken; may be empty
  std::vector<law::Decider> bodies;  ///< which bodies decide the measures, in the order of the enumeration
  std::vector<law::MeasureKind> measures;
};
BOOST_DESCRIBE_STRUCT(Item, (), (id, name, basis, duty, bodies, measures))

/// The items in force on a day that a department decides itself: those with a penalty of its own. What only others
/// decide, or only another law punishes, is none.
std::vector<Item> derive_items(const law::PackFile& pack, base::Date on);

enum class ItemFault : std::uint8_t {
  no_basis,        ///< no basis at all, or a place at which the pack knows no violation
  repealed_basis,  ///< its instrument is not in force that day
  gives_way,       ///< in force, but a later or higher rule applies instead
  duplicate,       ///< another item has the same name or the same basis
  overlap          ///< another item punishes the same breach on another basis
};
BOOST_DESCRIBE_ENUM(ItemFault, no_basis, repealed_basis, gives_way, duplicate, overlap)

struct ItemFinding {
  ItemFault fault = ItemFault::no_basis;
  std::string item;
  std::optional<std::string> other;  ///< the other item of a duplicate or overlap
  std::string detail;                ///< the place, or what the two share
};
BOOST_DESCRIBE_STRUCT(ItemFinding, (), (fault, item, other, detail))

/// Findings in the order of the faults, then of the items. Two items overlap when one basis holds the other (an article
/// and an item of it), when the violations at their bases break one provision, or when one applies the other's penalty.
std::vector<ItemFinding> check_items(const std::vector<Item>& items, const law::PackFile& pack, base::Date on);

/// A table for people: number, name, basis, deciding bodies, measures.
std::string items_markdown(const std::vector<Item>& items, const law::PackFile& pack);

}  // namespace xiezhi::lawtool
