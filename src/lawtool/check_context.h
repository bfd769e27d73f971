// What the parts of the check share. Private to lawtool.
#pragma once

#include <set>

#include "lawtool/check.h"

namespace xiezhi::lawtool {

/// Which figures of one article are claimed, and how often: key is paragraph, item (0: lead), first byte.
struct FigureKey {
  std::int32_t paragraph = 0;
  std::int32_t item = 0;
  std::size_t begin = 0;
  auto operator<=>(const FigureKey&) const = default;
};

/// One instrument with its text at hand.
class InstrumentCheck {
 public:
  InstrumentCheck(const InstrumentFolder& folder, const Texts& texts, Report& report)
      : folder_(folder), texts_(texts), text_(texts.statutes.at(folder.head.id)), report_(report) {}

  void run();

 private:
  void head();
  [[nodiscard]] bool says_how_to_count() const;
  void term_rule(const TermRuleSource& rule);
  [[nodiscard]] bool previous_sends_on(const TermRuleSource& rule) const;
  void yields();
  void figures();
  void figure(const FigureSource& figure);

  void figures_are_distinct();
  bool claim_restated(const FigureSource& figure, const Restated& restated);
  void articles();
  void article(const ArticleSource& article, const ReadArticle& reading);
  void measures(const ArticleSource& article, const ReadArticle& reading);
  void clauses(const ArticleSource& article, const ReadArticle& reading);
  void violation(const ArticleSource& article, const ReadArticle& reading, const ViolationSource& violation);
  void violation_place(const ArticleSource& article, const ViolationSource& violation);
  void applied(const ArticleSource& article, const ViolationSource& violation, const std::string& place);
  void completeness(const ArticleSource& article, const ReadArticle& reading);
  void enforcer();
  void decisions();
  void unclaimed();

  [[nodiscard]] bool covered(std::int32_t article) const;
  [[nodiscard]] std::string name(std::int32_t article, std::optional<std::int32_t> paragraph = {},
                                 std::optional<std::int32_t> item = {}) const;
  void wrong(std::string place, std::string message) {
    report_.wrong.push_back({std::move(place), std::move(message)});
  }
  void claim(std::int32_t article, FigureKey key) { ++claims_[article][key]; }

  const InstrumentFolder& folder_;
  const Texts& texts_;
  const Statute& text_;
  Report& report_;
  std::map<std::int32_t, std::map<FigureKey, int>> claims_;
  std::set<std::int32_t> figured_;  ///< articles from which a figure was taken
};

/// Whether an anchor is 2 to 10 characters long, stands in the place, and nowhere else among the articles the place
/// could be confused with: outside the covered ones for a place outside, anywhere for a place inside.
bool anchor_fits(const Statute& text, const InstrumentSource& head, std::int32_t article,
                 std::optional<std::int32_t> paragraph, std::optional<std::int32_t> item, const std::string& anchor);

bool in_ranges(const std::vector<ArticleRange>& ranges, std::int32_t article);
/// The unit a figure of the text has in the data: 日 by the counting rule of the instrument.
law::Unit data_unit(const TextFigure& figure, const InstrumentSource& head);
/// The figure an anchor overlaps, or else the only one it touches; null without exactly one.
const TextFigure* figure_of_anchor(const std::vector<TextFigure>& figures, std::size_t begin, std::size_t end);

}  // namespace xiezhi::lawtool
