#include <algorithm>

#include "base/text.h"
#include "lawtool/check_context.h"

namespace xiezhi::lawtool {
namespace {

struct Located {
  const std::string* text = nullptr;
  TextFigure figure;
};

/// Where an anchor stands in a place, once, and the figure it marks.
std::optional<Located> locate(const Statute& statute, std::int32_t article, std::optional<std::int32_t> paragraph,
                              std::optional<std::int32_t> item, const std::string& anchor) {
  const std::string* text = statute.text(article, paragraph, item);
  const std::size_t length = base::length(anchor);
  if (text == nullptr || length < 2 || length > 10 || occurrences(*text, anchor) != 1) return std::nullopt;
  const std::vector<TextFigure> figures = figures_of(*text);
  const std::size_t begin = text->find(anchor);
  const TextFigure* figure = figure_of_anchor(figures, begin, begin + anchor.size());
  if (figure == nullptr) return std::nullopt;
  return Located{text, *figure};
}

/// Whether the words of a figure's subject stand in the phrase of a number, right beside it, and at its place's head.
bool names(const FigureSource& figure, const Located& at) {
  const std::string_view text = *at.text;
  const std::string_view phrase = phrase_around(text, at.figure.begin, at.figure.end);
  for (const std::string& word : figure.words) {
    if (word.empty() || occurrences(phrase, word) == 0) return false;
  }
  return text.substr(0, at.figure.begin).ends_with(figure.before.value_or("")) &&
         text.substr(at.figure.end).starts_with(figure.after.value_or("")) &&
         text.starts_with(figure.opening.value_or(""));
}

}  // namespace

const TextFigure* figure_of_anchor(const std::vector<TextFigure>& figures, std::size_t begin, std::size_t end) {
  const TextFigure* overlapping = nullptr;
  const TextFigure* touching = nullptr;
  int overlaps = 0;
  int touches = 0;
  for (const TextFigure& figure : figures) {
    if (figure.begin < end && begin < figure.end) {
      overlapping = &figure;
      ++overlaps;
    } else if (figure.begin == end || figure.end == begin) {
      touching = &figure;
      ++touches;
    }
  }
  if (overlaps > 0) return overlaps == 1 ? overlapping : nullptr;
  return touches == 1 ? touching : nullptr;
}

law::Unit data_unit(const TextFigure& figure, const InstrumentSource& head) {
  switch (figure.unit) {
    case TextUnit::money: return law::Unit::fen;
    case TextUnit::percent: return law::Unit::percent;
    case TextUnit::times: return law::Unit::times;
    case TextUnit::years: return law::Unit::years;
    case TextUnit::months: return law::Unit::months;
    case TextUnit::working_days: return law::Unit::working_days;
    case TextUnit::hours: return law::Unit::hours;
    case TextUnit::occasions:
    case TextUnit::people:
    case TextUnit::age:
    case TextUnit::things: return law::Unit::count;
    case TextUnit::days: break;
  }
  if (!head.term_rule) return law::Unit::calendar_days;
  const TermRuleSource& rule = *head.term_rule;
  const bool listed = std::find(rule.working_day_lengths.begin(), rule.working_day_lengths.end(), figure.value) !=
                      rule.working_day_lengths.end();
  const bool working = listed || (rule.working_days_up_to && figure.value <= *rule.working_days_up_to);
  return working ? law::Unit::working_days : law::Unit::calendar_days;
}

void InstrumentCheck::figures() {
  for (const FigureSource& item : folder_.figures) figure(item);
  figures_are_distinct();
}

void InstrumentCheck::figure(const FigureSource& figure) {
  const std::string place = name(figure.article, figure.paragraph, figure.item) + " " + figure.key;
  if (figure.status == law::Provenance::unverified) {
    report_.unverified.push_back({place, "marked unverified"});
    return;
  }
  const auto at = locate(text_, figure.article, figure.paragraph, figure.item, figure.anchor);
  if (!at) return wrong(place, "no such place, or “" + figure.anchor + "” does not mark one number there");
  if (at->figure.value != figure.value) {
    wrong(place, "is " + std::to_string(figure.value) + ", the text says " + std::to_string(at->figure.value));
  }
  if (data_unit(at->figure, folder_.head) != figure.unit) {
    wrong(place, "unit " + std::string(base::enum_name(figure.unit)) + ", the text says " +
                     std::string(base::enum_name(data_unit(at->figure, folder_.head))));
  }
  if (figure.words.empty() && !figure.before && !figure.after) wrong(place, "names no word of its subject");
  if (!names(figure, *at)) wrong(place, "the words of its subject do not stand with the number");
  figured_.insert(figure.article);
  claim(figure.article, {figure.paragraph.value_or(1), figure.item.value_or(0), at->figure.begin});
  ++report_.citations;
  for (const Restated& restated : figure.restated) {
    if (!claim_restated(figure, restated)) wrong(place, "“" + restated.anchor + "” does not say the number again");
  }
}

bool InstrumentCheck::claim_restated(const FigureSource& figure, const Restated& restated) {
  const auto at = locate(text_, figure.article, restated.paragraph, restated.item, restated.anchor);
  if (!at || at->figure.value != figure.value || data_unit(at->figure, folder_.head) != figure.unit) return false;
  claim(figure.article, {restated.paragraph.value_or(1), restated.item.value_or(0), at->figure.begin});
  return true;
}

/// The words of one figure must not fit another's number: else the two could change places unseen.
void InstrumentCheck::figures_are_distinct() {
  for (const FigureSource& other : folder_.figures) {
    const auto at = locate(text_, other.article, other.paragraph, other.item, other.anchor);
    if (!at) continue;
    for (const FigureSource& figure : folder_.figures) {
      if (&figure == &other || figure.status == law::Provenance::unverified || !names(figure, *at)) continue;
      wrong(name(other.article, other.paragraph, other.item) + " " + other.key,
            "the words of " + figure.key + " fit this number too");
    }
  }
}

void InstrumentCheck::term_rule(const TermRuleSource& rule) {
  const std::string place = name(rule.article, rule.paragraph) + " term rule";
  const std::string* text = text_.text(rule.article, rule.paragraph, std::nullopt);
  if (text == nullptr || occurrences(*text, rule.anchor) != 1 ||
      !anchor_fits(text_, folder_.head, rule.article, rule.paragraph, std::nullopt, rule.anchor)) {
    return wrong(place, "no such place, or “" + rule.anchor + "” does not stand there alone");
  }
  ++report_.citations;
  std::vector<std::int64_t> said;
  for (const TextFigure& figure : figures_of(*text)) {
    if (figure.unit != TextUnit::days) continue;
    said.push_back(figure.value);
    claim(rule.article, {rule.paragraph.value_or(1), 0, figure.begin});
  }
  std::vector<std::int64_t> data(rule.working_day_lengths.begin(), rule.working_day_lengths.end());
  if (rule.working_days_up_to) data.push_back(*rule.working_days_up_to);
  if (said != data) wrong(place, "the lengths counted in working days are not those of the text");
  if (rule.working_days_up_to.has_value() != (occurrences(*text, "以内") > 0)) {
    wrong(place, "the text speaks of single lengths or of all up to one, the data of the other");
  }
  const bool sends_on = occurrences(*text, "民事诉讼法") > 0 || previous_sends_on(rule);
  if (sends_on != rule.rolls_past_holiday) wrong(place, "whether an end on a holiday moves differs from the text");
  if (!said.empty()) figured_.insert(rule.article);
}

/// 行政复议法 第八十八条: the paragraph before sends the counting of terms to 民事诉讼法.
bool InstrumentCheck::previous_sends_on(const TermRuleSource& rule) const {
  if (rule.paragraph.value_or(1) < 2) return false;
  const std::string* before = text_.text(rule.article, *rule.paragraph - 1, std::nullopt);
  return before != nullptr && occurrences(*before, "民事诉讼法") > 0;
}

void InstrumentCheck::yields() {
  for (const YieldSource& yield : folder_.head.yields) {
    const std::string place = name(yield.article) + " gives way";
    if (!anchor_fits(text_, folder_.head, yield.article, std::nullopt, std::nullopt, yield.anchor)) {
      wrong(place, "no such place, or “" + yield.anchor + "” does not stand there alone");
      continue;
    }
    const auto other = texts_.statutes.find(yield.to_instrument);
    if (other == texts_.statutes.end()) {
      report_.unverified.push_back({place, "no text of " + yield.to_instrument});
      continue;
    }
    InstrumentSource plain;  // no covered articles: the anchor must be alone in the whole text
    if (!anchor_fits(other->second, plain, yield.to_article, std::nullopt, std::nullopt, yield.to_anchor)) {
      wrong(place, "to no such place, or “" + yield.to_anchor + "” does not stand there alone");
      continue;
    }
    report_.citations += 2;
  }
}

}  // namespace xiezhi::lawtool
