#include <algorithm>

#include "lawtool/check_context.h"

namespace xiezhi::lawtool {

void InstrumentCheck::run() {
  head();
  if (folder_.head.term_rule) term_rule(*folder_.head.term_rule);
  enforcer();
  yields();
  figures();
  articles();
  decisions();
  unclaimed();
}

std::string InstrumentCheck::name(std::int32_t article, std::optional<std::int32_t> paragraph,
                                  std::optional<std::int32_t> item) const {
  const auto positive = [](std::optional<std::int32_t> number) {
    return number && *number > 0 ? number : std::nullopt;
  };
  const law::Citation citation{folder_.head.id, std::max(article, 0), positive(paragraph), positive(item)};
  return folder_.head.short_title + " " + law::place_in_chinese(citation);
}

void InstrumentCheck::head() {
  if (text_.title != folder_.head.title) wrong(folder_.head.id, "the text is titled “" + text_.title + "”");
  for (const ArticleRange& range : folder_.head.covered) {
    for (std::int32_t number = range.first; number <= range.last; ++number) {
      if (text_.article(number) == nullptr) wrong(name(number), "is covered and does not exist");
    }
  }
  if (!folder_.articles.empty() && folder_.head.covered.empty()) wrong(folder_.head.id, "covers no article");
  for (std::int32_t number : folder_.head.figured) {
    if (text_.article(number) == nullptr) wrong(name(number), "is to be figured and does not exist");
  }
  if (says_how_to_count() != folder_.head.term_rule.has_value()) {
    wrong(folder_.head.id, "only one of text and data has a rule on counting terms");
  }
}

/// A paragraph on the counting of terms: 行政处罚法 第八十五条, 行政复议法 第八十八条, 行政诉讼法 第一百零一条.
bool InstrumentCheck::says_how_to_count() const {
  for (const auto& [number, article] : text_.articles) {
    for (const Paragraph& paragraph : article.paragraphs) {
      if (occurrences(paragraph.lead, "是指工作日") > 0) return true;
      if (occurrences(paragraph.lead, "关于期间") > 0 && occurrences(paragraph.lead, "民事诉讼法") > 0) return true;
    }
  }
  return false;
}

bool InstrumentCheck::covered(std::int32_t article) const {
  const auto& figured = folder_.head.figured;
  return in_ranges(folder_.head.covered, article) ||
         std::find(figured.begin(), figured.end(), article) != figured.end();
}

/// The text knows the body that the data name, and no article on deciding says otherwise.
void InstrumentCheck::enforcer() {
  if (!folder_.head.enforcer) return;
  const EnforcerSource& enforcer = *folder_.head.enforcer;
  const std::string place = name(enforcer.article, enforcer.paragraph) + " enforcer";
  const std::string* text = text_.text(enforcer.article, enforcer.paragraph, std::nullopt);
  if (text == nullptr || occurrences(*text, enforcer.anchor) == 0) {
    return wrong(place, "no such place, or “" + enforcer.anchor + "” does not stand there");
  }
  const auto read = texts_.deciders.find(folder_.head.id);
  if (read == texts_.deciders.end() || read->second.decider != enforcer.decider) {
    wrong(place, "the text says who decides, and it is another body");
  }
  ++report_.citations;
}

/// What an article says of who decides must be what the measures of the covered articles say.
void InstrumentCheck::decisions() {
  const auto readings = texts_.readings.find(folder_.head.id);
  if (readings == texts_.readings.end()) return;
  std::map<law::Decider, std::set<std::int32_t>> articles;
  std::map<law::Decider, std::set<law::MeasureKind>> kinds;
  std::set<std::int32_t> deciding;
  for (const auto& [number, reading] : readings->second) {
    if (reading.decides) deciding.insert(number);
    for (const ReadMeasure& measure : reading.measures) {
      articles[measure.measure.decider].insert(number);
      kinds[measure.measure.decider].insert(measure.measure.kind);
    }
  }
  // The body that decides in general decides everything else.
  const auto known = texts_.deciders.find(folder_.head.id);
  const DefaultDecider general = known == texts_.deciders.end() ? DefaultDecider{} : known->second;
  articles[general.decider].clear();
  if (!general.fines_only) kinds[general.decider].clear();
  std::map<law::Decider, int> rules;
  for (const ArticleSource& article : folder_.articles) {
    for (const DecisionSource& rule : article.decisions) {
      const std::string place = name(article.article) + " " + std::string(base::enum_name(rule.decider));
      ++rules[rule.decider];
      if (!deciding.contains(article.article)) wrong(place, "does not say who decides");
      const std::string* text = text_.text(article.article, rule.paragraph, std::nullopt);
      const bool fits = text != nullptr && occurrences(*text, rule.anchor) == 1 &&
                        anchor_fits(text_, folder_.head, article.article, rule.paragraph, std::nullopt, rule.anchor);
      if (!fits) wrong(place, "“" + rule.anchor + "” does not stand there alone");
      if (std::set<std::int32_t>(rule.articles.begin(), rule.articles.end()) != articles[rule.decider] ||
          std::set<law::MeasureKind>(rule.measures.begin(), rule.measures.end()) != kinds[rule.decider]) {
        wrong(place, "decides other measures or articles by the text");
      }
      ++report_.citations;
    }
  }
  for (std::int32_t number : deciding) {
    for (law::Decider decider : readings->second.at(number).bodies) {
      if (rules[decider] == 1) continue;
      wrong(name(number), "one rule is needed for " + std::string(base::enum_name(decider)));
    }
  }
}

/// Each figure of a covered article is claimed by exactly one datum.
void InstrumentCheck::unclaimed() {
  // Without the list in instrument.json, deleting the only figure of an article would go unseen.
  for (std::int32_t number : figured_) {
    if (!covered(number)) wrong(name(number), "has figures and is not listed in instrument.json");
  }
  for (const auto& [number, article] : text_.articles) {
    if (!covered(number)) continue;
    const auto& claims = claims_[number];
    const auto check = [&, number = number](const std::string& text, std::int32_t paragraph, std::int32_t item) {
      for (const TextFigure& figure : figures_of(text)) {
        const auto found = claims.find({paragraph, item, figure.begin});
        const int times = found == claims.end() ? 0 : found->second;
        if (times == 1) {
          ++report_.figures;
          continue;
        }
        wrong(name(number, paragraph, item),
              "“" + text.substr(figure.begin, figure.end - figure.begin) + "” is claimed by " + std::to_string(times) +
                  " data: " + std::string(phrase_around(text, figure.begin, figure.end)));
      }
    };
    for (std::size_t p = 0; p < article.paragraphs.size(); ++p) {
      const auto paragraph = static_cast<std::int32_t>(p) + 1;
      check(article.paragraphs[p].lead, paragraph, 0);
      for (std::size_t i = 0; i < article.paragraphs[p].items.size(); ++i) {
        check(article.paragraphs[p].items[i], paragraph, static_cast<std::int32_t>(i) + 1);
      }
    }
  }
}

}  // namespace xiezhi::lawtool
