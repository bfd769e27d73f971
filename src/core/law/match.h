// From words to law: what an officer saw, in his words, to the violations it may be. It ranks; a person chooses.
#pragma once

#include <memory>

#include "core/law/pack.h"

namespace xiezhi::core::law {

/// The most that one question is answered with.
inline constexpr std::int32_t kMostMatches = 50;

/// The most items of checklists that one match is shown with.
inline constexpr std::size_t kMostItems = 3;

/// An item of a checklist under which the violation is looked for.
struct MatchItem {
  std::string list;   ///< id of the checklist
  std::string title;  ///< of the checklist
  std::string item;   ///< id of the item
  std::string text;   ///< how it should be
};
BOOST_DESCRIBE_STRUCT(MatchItem, (), (list, title, item, text))

struct Match {
  std::int32_t rank = 0;
  std::string violation;  ///< id, or that of an offence
  std::string title;
  std::vector<std::string> violated;                ///< the duties broken: 安全生产法 第三十五条
  std::vector<std::string> penalty;                 ///< the penalty clauses, those of `also` last
  std::int64_t score = 0;                           ///< comparable within one answer only
  std::optional<std::vector<std::string>> also;     ///< the same conduct under other instruments
  std::optional<bool> transfer;                     ///< true: no penalty of the department's, the file is handed over
  std::optional<base::Date> until;                  ///< the last day on which the text was in force
  std::optional<std::vector<MatchItem>> checklist;  ///< at most kMostItems, those nearest to the words first
};
BOOST_DESCRIBE_STRUCT(Match, (), (rank, violation, title, violated, penalty, score, also, transfer, until, checklist))

/// Made once for a pack. Integers only: the same answers everywhere.
class MatchIndex {
 public:
  explicit MatchIndex(const Pack& pack);

  /// At most `top` violations, the likeliest first; none for a text without a word in common with any. With `on`, only
  /// those of texts in force that day; without, those of all texts in the pack. The text must be valid UTF-8.
  [[nodiscard]] std::vector<Match> find(std::string_view text, std::size_t top, std::optional<base::Date> on) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

/// Where a violation is punished, the most important place first: 第一款 is left out of articles with one paragraph, as
/// citations do.
std::vector<std::string> penalty_places(const Pack& pack, const Violation& violation);

}  // namespace xiezhi::core::law
