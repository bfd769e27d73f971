#include <algorithm>
#include <map>
#include <set>

#include "core/law/citation.h"
#include "core/law/validate.h"
#include "lawtool/items.h"

namespace xiezhi::lawtool {
namespace {

/// Whether place `whole` is `part` or holds it: an article holds its paragraphs, a paragraph its items.
bool holds(const law::Citation& whole, const law::Citation& part) {
  return whole.instrument == part.instrument && whole.article == part.article &&
         (!whole.paragraph || whole.paragraph == part.paragraph) && (!whole.item || whole.item == part.item);
}

class ItemCheck {
 public:
  ItemCheck(const std::vector<Item>& items, const law::PackFile& pack, base::Date on)
      : items_(items), pack_(pack), on_(on) {}

  std::vector<ItemFinding> run() {
    for (const Item& item : items_) bases(item);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      for (std::size_t k = i + 1; k < items_.size(); ++k) pair(items_[i], items_[k]);
    }
    std::stable_sort(findings_.begin(), findings_.end(),
                     [](const ItemFinding& a, const ItemFinding& b) { return a.fault < b.fault; });
    return std::move(findings_);
  }

 private:
  void found(ItemFault fault, const Item& item, std::string detail, const Item* other = nullptr) {
    findings_.push_back(
        {fault, item.id, other == nullptr ? std::nullopt : std::optional(other->id), std::move(detail)});
  }

  [[nodiscard]] const law::Instrument* instrument(const std::string& id) const {
    for (const law::Instrument& known : pack_.instruments) {
      if (known.id == id) return &known;
    }
    return nullptr;
  }
  [[nodiscard]] std::string cite(const law::Citation& place) const {
    const law::Instrument* text = instrument(place.instrument);
    return (text == nullptr ? place.instrument : text->short_title + "(" + text->version + ")") + " " +
           law::place_in_chinese(place);
  }

  /// The violations that an item's bases hold.
  [[nodiscard]] std::vector<const law::Violation*> violations(const Item& item) const {
    std::vector<const law::Violation*> out;
    for (const law::Violation& violation : pack_.violations) {
      const auto fits = [&](const law::Citation& basis) { return holds(basis, violation.penalty); };
      if (!std::any_of(item.basis.begin(), item.basis.end(), fits)) continue;
      if (violation.id == item.id) return {&violation};  // a derived item is its violation, not its neighbour's too
      out.push_back(&violation);
    }
    return out;
  }

  void bases(const Item& item) {
    if (item.basis.empty()) found(ItemFault::no_basis, item, "no basis is named");
    for (const law::Citation& basis : item.basis) {
      const law::Instrument* text = instrument(basis.instrument);
      const bool known = std::any_of(pack_.violations.begin(), pack_.violations.end(),
                                     [&](const law::Violation& at) { return holds(basis, at.penalty); });
      if (text == nullptr) {
        found(ItemFault::no_basis, item, "unknown instrument " + basis.instrument);
      } else if (!law::in_force(text->from, text->until, on_)) {
        found(ItemFault::repealed_basis, item, cite(basis) + " is not in force on " + on_.iso());
      } else if (!known) {
        found(ItemFault::no_basis, item, cite(basis) + " punishes nothing");
      } else {
        yields(item, basis, *text);
      }
    }
  }

  void yields(const Item& item, const law::Citation& basis, const law::Instrument& text) {
    for (const law::Yielding& yielding : text.yields) {
      const law::Relation relation = yielding.relation.value_or(law::Relation::gives_way);
      const bool gives_way = relation == law::Relation::gives_way || relation == law::Relation::gives_way_in_part;
      if (!gives_way || yielding.at.article != basis.article) continue;
      found(ItemFault::gives_way, item, cite(basis) + " gives way to " + cite(yielding.to) + ": " + yielding.note);
    }
  }

  void pair(const Item& a, const Item& b) {
    if (a.name == b.name) return found(ItemFault::duplicate, a, "the same name", &b);
    // Two sentences of one paragraph have one place and are two violations (安全生产法 第一百零三条第三款).
    const auto of_a = violations(a);
    const auto of_b = violations(b);
    const bool two_of_a_place = of_a.size() == 1 && of_b.size() == 1 && of_a != of_b;
    if (!a.basis.empty() && a.basis == b.basis && !two_of_a_place) {
      return found(ItemFault::duplicate, a, "the same basis", &b);
    }
    for (const law::Citation& mine : a.basis) {
      for (const law::Citation& other : b.basis) {
        if (!two_of_a_place && (holds(mine, other) || holds(other, mine))) {
          return found(ItemFault::overlap, a, cite(mine) + " and " + cite(other) + " hold one another", &b);
        }
      }
    }
    for (const law::Violation* mine : of_a) {
      for (const law::Violation* other : of_b) {
        if (const std::string shared = shares(*mine, *other); !shared.empty()) {
          return found(ItemFault::overlap, a, shared, &b);
        }
      }
    }
  }

  /// What two violations of different articles have in common, or nothing.
  [[nodiscard]] std::string shares(const law::Violation& a, const law::Violation& b) const {
    const auto applies = [](const law::Violation& from, const law::Violation& to) {
      const auto ids = from.applies.value_or(std::vector<std::string>{});
      return std::find(ids.begin(), ids.end(), to.id) != ids.end();
    };
    if (applies(a, b)) return a.id + " applies " + b.id;
    if (applies(b, a)) return b.id + " applies " + a.id;
    // The items of one list share its duty on purpose.
    if (a.penalty.instrument == b.penalty.instrument && a.penalty.article == b.penalty.article) return {};
    for (const law::Citation& mine : a.duty) {
      if (std::find(b.duty.begin(), b.duty.end(), mine) != b.duty.end()) return "both break " + cite(mine);
    }
    return {};
  }

  const std::vector<Item>& items_;
  const law::PackFile& pack_;
  base::Date on_;
  std::vector<ItemFinding> findings_;
};

}  // namespace

std::vector<ItemFinding> check_items(const std::vector<Item>& items, const law::PackFile& pack, base::Date on) {
  return ItemCheck(items, pack, on).run();
}

}  // namespace xiezhi::lawtool
