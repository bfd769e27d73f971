// Measures of a sentence, with and without numbers.
#include "lawtool/clause_sentence.h"

namespace xiezhi::lawtool {

using Kind = law::MeasureKind;
using law::Duty;

const TextFigure* SentenceReader::take_figure(TextUnit unit) {
  for (const TextFigure& figure : figures_) {
    if (figure.begin != at_ || figure.unit != unit) continue;
    at_ = figure.end;
    return &figure;
  }
  return nullptr;
}

std::optional<SentenceReader::Range> SentenceReader::take_range(TextUnit unit) {
  const TextFigure* first = take_figure(unit);
  if (first == nullptr) return std::nullopt;
  if (take("以下")) return Range{std::nullopt, first->value, {*first}};
  const bool from = take("以上");
  if (!from && !take("至")) return Range{first->value, first->value, {*first}};
  const TextFigure* second = take_figure(unit);
  if (second == nullptr || (from && !take("以下"))) return std::nullopt;
  return Range{first->value, second->value, {*first, *second}};
}

bool SentenceReader::amount_of(Duty duty, const Amount& amount) {
  const auto range = take_range(amount.unit);
  if (!range || !take(amount.end)) return false;
  law::Measure measure;
  measure.kind = amount.kind;
  measure.duty = duty;
  const auto small = [](std::int64_t value) { return static_cast<std::int32_t>(value); };
  if (amount.kind == Kind::fine) {
    if (range->low) measure.min_fen = base::Money{*range->low};
    measure.max_fen = base::Money{range->high};
  } else if (amount.kind == Kind::fine_income_percent) {
    if (range->low) measure.min_percent = small(*range->low);
    measure.max_percent = small(range->high);
  } else if (amount.kind == Kind::detention) {
    if (range->low) measure.min_days = small(*range->low);
    measure.max_days = small(range->high);
  } else {
    if (range->low) measure.min_times = small(*range->low);
    measure.max_times = small(range->high);
  }
  emit(measure, std::nullopt, range->figures);
  return true;
}

/// "五万元以下的罚款", "五万元以下罚款".
bool SentenceReader::read_plain_fine(Duty duty) {
  const std::size_t amount = at_;
  for (std::string_view end : {"的罚款", "罚款"}) {
    at_ = amount;
    if (amount_of(duty, {Kind::fine, TextUnit::money, end})) return true;
  }
  at_ = amount;
  return false;
}

bool SentenceReader::read_fine() {
  const std::size_t start = at_;
  if (take("按照前款罚款数额的")) {
    multiple_of_fine_ = true;
    if (amount_of(Duty::shall, {Kind::fine_multiple_of_fine, TextUnit::times, ""})) return true;
  } else if (take("罚款幅度为")) {
    if (amount_of(Duty::shall, {Kind::fine, TextUnit::money, ""})) return true;
  } else if (take("处警告或者")) {
    const std::size_t measures = out_.measures.size();
    if (read_plain_fine(Duty::either)) {
      ReadMeasure warning = out_.measures[measures];
      warning.measure = law::Measure{};
      warning.measure.kind = Kind::warning;
      warning.measure.duty = Duty::either;
      warning.measure.decider = decider_of(Kind::warning);
      warning.figures.clear();
      out_.measures.push_back(std::move(warning));
      return true;
    }
  } else {
    const Duty duty = take("单处或者并") ? Duty::alone_or_together : Duty::shall;
    if (take("处")) {
      const std::size_t amount = at_;
      if (read_plain_fine(duty)) return true;
      constexpr std::string_view kEnd = "的罚款";
      if (take("上一年年收入") && amount_of(duty, {Kind::fine_income_percent, TextUnit::percent, kEnd})) return true;
      at_ = amount;
      if (take("违法所得") && amount_of(duty, {Kind::fine_gains_multiple, TextUnit::times, kEnd})) return true;
      at_ = amount;
      if (take("以违法划拨款项") && amount_of(duty, {Kind::fine_sum_multiple, TextUnit::times, kEnd})) return true;
      at_ = amount;
      if (amount_of(duty, {Kind::detention, TextUnit::days, "拘留"})) return true;
    }
  }
  at_ = start;
  return false;
}

bool SentenceReader::read_ban() {
  const std::size_t start = at_;
  const TextFigure* years = take_figure(TextUnit::years);
  for (const BanWords& words : ban_words()) {
    if (words.for_life == (years != nullptr) || !take(words.words)) continue;
    law::Measure ban;
    ban.kind = Kind::ban_from_post;
    ban.ban_scope = words.scope;
    if (words.for_life) ban.for_life = true;
    if (years != nullptr) ban.ban_years = static_cast<std::int32_t>(years->value);
    emit(ban, std::nullopt, years != nullptr ? std::vector{*years} : std::vector<TextFigure>{});
    return true;
  }
  at_ = start;
  return false;
}

bool SentenceReader::read_measure() {
  const MeasureWords* words = longest(measure_words(), rest());
  if (words == nullptr || !take(words->words)) return false;
  for (Kind kind : words->kinds) {
    law::Measure measure;
    measure.kind = kind;
    measure.duty = words->kinds.size() > 1 && !words->all ? Duty::either : Duty::shall;
    emit(measure, words->subject, {}, words->decider);
  }
  return true;
}

}  // namespace xiezhi::lawtool
