#include "lawtool/clause_sentence.h"

#include <algorithm>

#include "base/text.h"
#include "core/law/citation.h"

namespace xiezhi::lawtool {
namespace {

using Kind = law::MeasureKind;
using law::Decider;
using law::Duty;
using law::Subject;
using law::Trigger;

bool is_class(Trigger trigger) {
  return trigger == Trigger::accident_general || trigger == Trigger::accident_larger ||
         trigger == Trigger::accident_major || trigger == Trigger::accident_extraordinary;
}

bool is_fine(Kind kind) {
  return kind == Kind::fine || kind == Kind::fine_gains_multiple || kind == Kind::fine_income_percent ||
         kind == Kind::fine_multiple_of_fine || kind == Kind::fine_unset || kind == Kind::fine_sum_multiple;
}

/// What a person's own body imposes and no department.
bool is_discipline(Kind kind) {
  return kind == Kind::removal_from_office || kind == Kind::demotion_or_removal ||
         kind == Kind::disciplinary_sanction || kind == Kind::criticism_and_education ||
         kind == Kind::demerit_to_dismissal;
}

}  // namespace

const SubjectWords* opening_of(std::string_view text) {
  for (std::string_view general : {"违反本法规定，", "违反本条例规定，"}) {
    if (text.starts_with(general)) text.remove_prefix(general.size());
  }
  return longest(opening_words(), text);
}

SentenceReader::SentenceReader(std::string_view text, std::size_t offset, Inherited inherited, ReadSentence& facts,
                               ReadArticle& out)
    : text_(text),
      offset_(offset),
      figures_(figures_of(text)),
      inherited_(std::move(inherited)),
      facts_(facts),
      out_(out),
      emergency_(inherited_.emergency) {}

void SentenceReader::read(std::optional<std::int32_t> item) {
  item_ = item;
  while (at_ < text_.size()) step();
}

Inherited SentenceReader::handed_down() const {
  return {inherited_.subject, inherited_.head, lead_emergency_, inherited_.decides};
}

bool SentenceReader::take(std::string_view words) {
  if (!rest().starts_with(words)) return false;
  at_ += words.size();
  return true;
}

void SentenceReader::step() {
  if (take("；")) return begin_statement();
  if (take("，")) return begin_phrase();
  if (read_silent() || read_crime() || read_reference() || read_fine() || read_gains() || read_trigger()) return;
  if (read_ban() || read_measure() || read_subject() || read_body() || read_flag()) return;
  report_unread();
  base::next_code_point(text_, at_);
}

void SentenceReader::begin_phrase() {
  if (subject_) last_person_ = subject_;
  subject_.reset();
  licensing_ = false;
  multiple_of_fine_ = false;
}

void SentenceReader::begin_statement() {
  begin_phrase();
  may_ = false;
  emergency_ = inherited_.emergency;
  statement_subject_.reset();
  if (const SubjectWords* opening = opening_of(rest())) statement_subject_ = opening->subject;
  // What depends on the gains ends with its statement; 逾期未改正 and the like go on until another trigger comes.
  if (threshold_) {
    triggers_.clear();
    threshold_.reset();
  }
}

/// 构成犯罪的 and all that follows in its statement.
bool SentenceReader::read_crime() {
  if (!take("构成犯罪的")) return false;
  facts_.criminal_reference = true;
  const std::size_t end = rest().find("；");
  at_ = end == std::string_view::npos ? text_.size() : at_ + end;
  return true;
}

bool SentenceReader::read_trigger() {
  const TriggerWords* words = longest(trigger_words(), rest());
  if (words == nullptr || !take(words->words)) return false;
  if (seen_measure_) {
    triggers_ = {words->trigger};
    threshold_.reset();
  } else {
    inherited_.head.push_back(words->trigger);
  }
  // Whoever is a state functionary is the person spoken of before, not the unit.
  if (words->trigger == Trigger::state_functionary && !statement_subject_) statement_subject_ = last_person_;
  return true;
}

/// "违法所得在十万元以上的", "没有违法所得或者违法所得不足十万元的".
bool SentenceReader::read_gains() {
  const std::size_t start = at_;
  if (take("没有违法所得或者违法所得不足")) {
    const TextFigure* amount = take_figure(TextUnit::money);
    if (amount != nullptr && take("的")) return set_threshold(Trigger::gains_below_threshold, *amount);
  } else if (take("违法所得在") || take("违法所得")) {
    const TextFigure* amount = take_figure(TextUnit::money);
    if (amount != nullptr && take("以上的")) return set_threshold(Trigger::gains_at_least_threshold, *amount);
  }
  at_ = start;
  return false;
}

bool SentenceReader::set_threshold(Trigger trigger, const TextFigure& amount) {
  triggers_ = {trigger};
  threshold_ = base::Money{amount.value};
  threshold_figure_ = amount;
  return true;
}

bool SentenceReader::read_subject() {
  const SubjectWords* words = longest(subject_words(), rest());
  if (words == nullptr || !take(words->words)) return false;
  subject_ = words->subject;
  return true;
}

bool SentenceReader::read_body() {
  const BodyWords* words = longest(body_words(), rest());
  if (words == nullptr || !take(words->words)) return false;
  body_ = words->decider;
  return true;
}

bool SentenceReader::read_silent() {
  if (rest().starts_with("依照下列规定处以罚款")) {
    lead_emergency_ = emergency_;
    seen_measure_ = true;  // what follows in the lead is no condition of the fines below
  }
  for (std::string_view words : silent_words()) {
    if (take(words)) return true;
  }
  return multiple_of_fine_ && take("处以罚款");
}

bool SentenceReader::read_flag() {
  if (take("应急管理部门可以")) {
    emergency_ = true;
    may_ = true;
    return true;
  }
  if (take("由应急管理部门")) return emergency_ = true;
  if (take("有关部门应当依法")) return licensing_ = true;
  if (take("可以")) return may_ = true;
  if (take("直至")) return may_once_ = true;
  return false;
}

std::optional<std::int32_t> SentenceReader::take_ordinal(std::string_view before, std::string_view after) {
  const std::size_t start = at_;
  if (take(before)) {
    if (const auto number = read_numeral(text_, at_)) {
      at_ = number->end;
      if (take(after)) return static_cast<std::int32_t>(number->value);
    }
  }
  at_ = start;
  return std::nullopt;
}

/// "依照前款规定予以处罚", "依照本条第一款的规定处罚", "依照本条例第十九条的规定处罚".
bool SentenceReader::read_reference() {
  const std::size_t start = at_;
  law::Measure measure;
  measure.kind = Kind::as_provision;
  bool found = false;
  if (take("依照前款")) {
    measure.paragraph = facts_.paragraph - 1;
    found = true;
  } else if (const auto paragraph = take_ordinal("依照本条第", "款")) {
    measure.paragraph = *paragraph;
    found = true;
  } else if (const auto article = take_ordinal("依照本条例第", "条")) {
    measure.article = *article;
    found = true;
  }
  if (found) take("的");
  if (!found || !take("规定") || !(take("予以处罚") || take("处罚") || take("处理"))) {
    at_ = start;
    return false;
  }
  facts_.imposes = true;
  if (!body_ && measure.paragraph == facts_.paragraph - 1 && !measure.article) {
    facts_.as_before = true;
    seen_measure_ = true;
  } else {
    facts_.refers = true;
    emit(measure, std::nullopt, {});
  }
  return true;
}

void SentenceReader::report_unread() {
  for (std::string_view word : sanction_words()) {
    if (!rest().starts_with(word)) continue;
    out_.unread.push_back(place() + "“" + std::string(phrase_around(text_, at_, at_ + word.size())) + "”");
    at_ += word.size() - std::string_view("一").size();
    return;
  }
}

std::string SentenceReader::place() const {
  std::string out = "第" + law::chinese_numeral(facts_.paragraph) + "款";
  if (item_) out += "第" + law::chinese_numeral(*item_) + "项";
  return out;
}

std::vector<Trigger> SentenceReader::when() const {
  std::vector<Trigger> all = inherited_.head;
  all.insert(all.end(), triggers_.begin(), triggers_.end());
  // An accident of a class is an accident.
  if (std::any_of(all.begin(), all.end(), is_class)) std::erase(all, Trigger::accident_caused);
  if (all.empty()) all.push_back(Trigger::found);
  std::sort(all.begin(), all.end());
  return all;
}

// 安全生产法(2021) 第一百一十五条 and its like in other instruments.
Decider SentenceReader::decider_of(Kind kind) const {
  if (kind == Kind::proposal_to_close) return Decider::government;
  if (kind == Kind::detention) return Decider::police;
  if (is_discipline(kind)) {
    return body_ == Decider::supervision_organ ? Decider::supervision_organ : Decider::employer;
  }
  if (kind == Kind::revoke_licence && licensing_) return Decider::licensing_body;
  if (kind == Kind::ban_from_post) return Decider::department;
  if (body_) return *body_;
  if (is_fine(kind) && emergency_) return Decider::emergency_department;
  return is_fine(kind) || !inherited_.decides.fines_only ? inherited_.decides.decider : Decider::department;
}

void SentenceReader::emit(law::Measure measure, std::optional<Subject> subject, std::vector<TextFigure> figures,
                          std::optional<Decider> decider) {
  measure.decider = decider.value_or(decider_of(measure.kind));
  if ((may_ || may_once_) && measure.duty == Duty::shall) measure.duty = Duty::may;
  may_once_ = false;
  ReadMeasure read;
  read.paragraph = facts_.paragraph;
  read.sentence = facts_.sentence;
  read.item = item_;
  read.subject = subject.value_or(subject_.value_or(statement_subject_.value_or(inherited_.subject)));
  read.when = when();
  read.threshold_fen = threshold_;
  read.measure = measure;
  read.figures = std::move(figures);
  if (threshold_) read.figures.push_back(threshold_figure_);
  for (TextFigure& figure : read.figures) {
    figure.begin += offset_;
    figure.end += offset_;
  }
  out_.measures.push_back(std::move(read));
  seen_measure_ = true;
  facts_.imposes = true;
}

}  // namespace xiezhi::lawtool
