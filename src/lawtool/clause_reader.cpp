#include "lawtool/clause_reader.h"

#include <algorithm>

#include "base/text.h"
#include "core/law/citation.h"
#include "lawtool/clause_words.h"

namespace xiezhi::lawtool {
namespace {

using Kind = law::MeasureKind;
using law::Decider;
using law::Duty;
using law::Subject;
using law::Trigger;

/// What a paragraph's lead hands down to its items and to the next paragraph.
struct Inherited {
  Subject subject = Subject::unit;
  std::vector<Trigger> head;
  bool emergency = false;
};

bool is_class(Trigger trigger) {
  return trigger == Trigger::accident_general || trigger == Trigger::accident_larger ||
         trigger == Trigger::accident_major || trigger == Trigger::accident_extraordinary;
}

bool is_fine(Kind kind) {
  return kind == Kind::fine || kind == Kind::fine_gains_multiple || kind == Kind::fine_income_percent ||
         kind == Kind::fine_multiple_of_fine;
}

/// Reads one sentence; statements are cut by "；", phrases by "，".
class SentenceReader {
 public:
  /// `offset` is where the sentence begins in its lead or item.
  SentenceReader(std::string_view text, std::size_t offset, Inherited inherited, ReadSentence& facts, ReadArticle& out)
      : text_(text),
        offset_(offset),
        figures_(figures_of(text)),
        inherited_(std::move(inherited)),
        facts_(facts),
        out_(out) {
    emergency_ = inherited_.emergency;
  }

  void read(std::optional<std::int32_t> item) {
    item_ = item;
    while (at_ < text_.size()) step();
  }
  [[nodiscard]] Inherited handed_down() const { return {inherited_.subject, inherited_.head, lead_emergency_}; }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  bool take(std::string_view words) {
    if (!rest().starts_with(words)) return false;
    at_ += words.size();
    return true;
  }

  void step() {
    if (take("；")) return begin_statement();
    if (take("，")) return begin_phrase();
    if (take("构成犯罪的")) {
      facts_.criminal_reference = true;
      const std::size_t end = rest().find("；");
      at_ = end == std::string_view::npos ? text_.size() : at_ + end;
      return;
    }
    if (read_silent() || read_fine() || read_gains() || read_trigger() || read_ban() || read_measure()) return;
    if (read_subject() || read_flag()) return;
    report_unread();
    base::next_code_point(text_, at_);
  }

  void begin_phrase() {
    subject_.reset();
    licensing_ = false;
    multiple_of_fine_ = false;
  }

  void begin_statement() {
    begin_phrase();
    may_ = false;
    emergency_ = inherited_.emergency;
    // What depends on the gains ends with its statement; 逾期未改正 and the like go on until another trigger comes.
    if (threshold_) {
      triggers_.clear();
      threshold_.reset();
    }
  }

  bool read_trigger() {
    for (const TriggerWords& words : trigger_words()) {
      if (!take(words.words)) continue;
      if (seen_measure_) {
        triggers_ = {words.trigger};
        threshold_.reset();
      } else {
        inherited_.head.push_back(words.trigger);
      }
      return true;
    }
    return false;
  }

  /// "违法所得在十万元以上的", "没有违法所得或者违法所得不足十万元的".
  bool read_gains() {
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

  bool set_threshold(Trigger trigger, const TextFigure& amount) {
    triggers_ = {trigger};
    threshold_ = base::Money{amount.value};
    threshold_figure_ = amount;
    return true;
  }

  bool read_subject() {
    for (const SubjectWords& words : subject_words()) {
      if (!take(words.words)) continue;
      subject_ = words.subject;
      return true;
    }
    return false;
  }

  bool read_silent() {
    if (rest().starts_with("依照前款规定处罚")) facts_.as_before = true;
    if (rest().starts_with("依照下列规定处以罚款")) lead_emergency_ = emergency_;
    for (std::string_view words : silent_words()) {
      if (take(words)) return true;
    }
    return multiple_of_fine_ && take("处以罚款");
  }

  bool read_flag() {
    if (take("应急管理部门可以")) {
      emergency_ = true;
      may_ = true;
      return true;
    }
    if (take("由应急管理部门")) return emergency_ = true;
    if (take("有关部门应当依法")) return licensing_ = true;
    if (take("可以")) return may_ = true;
    return false;
  }

  void report_unread() {
    for (std::string_view word : sanction_words()) {
      if (!rest().starts_with(word)) continue;
      out_.unread.push_back(place() + "“" + std::string(phrase_around(text_, at_, at_ + word.size())) + "”");
      at_ += word.size() - std::string_view("一").size();
      return;
    }
  }

  [[nodiscard]] std::string place() const {
    std::string out = "第" + law::chinese_numeral(facts_.paragraph) + "款";
    if (item_) out += "第" + law::chinese_numeral(*item_) + "项";
    return out;
  }

  const TextFigure* take_figure(TextUnit unit) {
    for (const TextFigure& figure : figures_) {
      if (figure.begin != at_ || figure.unit != unit) continue;
      at_ = figure.end;
      return &figure;
    }
    return nullptr;
  }

  /// "A以上B以下", "B以下", "A至B" or just "A".
  struct Range {
    std::optional<std::int64_t> low;
    std::int64_t high = 0;
    std::vector<TextFigure> figures;
  };
  std::optional<Range> take_range(TextUnit unit) {
    const TextFigure* first = take_figure(unit);
    if (first == nullptr) return std::nullopt;
    if (take("以下")) return Range{std::nullopt, first->value, {*first}};
    const bool from = take("以上");
    if (!from && !take("至")) return Range{first->value, first->value, {*first}};
    const TextFigure* second = take_figure(unit);
    if (second == nullptr || (from && !take("以下"))) return std::nullopt;
    return Range{first->value, second->value, {*first, *second}};
  }

  bool read_fine();
  bool read_ban();
  bool read_measure();
  bool fine_of(Duty duty, Kind kind, TextUnit unit, std::string_view end);
  void emit(law::Measure measure, std::optional<Subject> subject, std::vector<TextFigure> figures);
  [[nodiscard]] Decider decider_of(Kind kind) const;
  [[nodiscard]] std::vector<Trigger> when() const;

  std::string_view text_;
  std::size_t offset_;
  std::vector<TextFigure> figures_;
  Inherited inherited_;
  ReadSentence& facts_;
  ReadArticle& out_;
  std::optional<std::int32_t> item_;
  std::size_t at_ = 0;
  std::vector<Trigger> triggers_;  ///< of the statement
  std::optional<base::Money> threshold_;
  TextFigure threshold_figure_;
  std::optional<Subject> subject_;  ///< of the phrase
  bool seen_measure_ = false;
  bool may_ = false;
  bool emergency_ = false;
  bool lead_emergency_ = false;
  bool licensing_ = false;
  bool multiple_of_fine_ = false;
};

std::vector<Trigger> SentenceReader::when() const {
  std::vector<Trigger> all = inherited_.head;
  all.insert(all.end(), triggers_.begin(), triggers_.end());
  // An accident of a class is an accident.
  if (std::any_of(all.begin(), all.end(), is_class)) std::erase(all, Trigger::accident_caused);
  if (all.empty()) all.push_back(Trigger::found);
  std::sort(all.begin(), all.end());
  return all;
}

// 安全生产法(2021) 第一百一十五条
Decider SentenceReader::decider_of(Kind kind) const {
  if (kind == Kind::proposal_to_close) return Decider::government;
  if (kind == Kind::detention) return Decider::police;
  const bool by_employer = kind == Kind::removal_from_office || kind == Kind::demotion_or_removal ||
                           kind == Kind::disciplinary_sanction || kind == Kind::criticism_and_education;
  if (by_employer) return Decider::employer;
  if (kind == Kind::revoke_licence && licensing_) return Decider::licensing_body;
  return is_fine(kind) && emergency_ ? Decider::emergency_department : Decider::department;
}

void SentenceReader::emit(law::Measure measure, std::optional<Subject> subject, std::vector<TextFigure> figures) {
  measure.decider = decider_of(measure.kind);
  if (may_ && measure.duty == Duty::shall) measure.duty = Duty::may;
  ReadMeasure read;
  read.paragraph = facts_.paragraph;
  read.sentence = facts_.sentence;
  read.item = item_;
  read.subject = subject.value_or(subject_.value_or(inherited_.subject));
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
}

bool SentenceReader::fine_of(Duty duty, Kind kind, TextUnit unit, std::string_view end) {
  const auto range = take_range(unit);
  if (!range || !take(end)) return false;
  law::Measure measure;
  measure.kind = kind;
  measure.duty = duty;
  const auto small = [](std::int64_t value) { return static_cast<std::int32_t>(value); };
  if (kind == Kind::fine) {
    if (range->low) measure.min_fen = base::Money{*range->low};
    measure.max_fen = base::Money{range->high};
  } else if (kind == Kind::fine_income_percent) {
    if (range->low) measure.min_percent = small(*range->low);
    measure.max_percent = small(range->high);
  } else if (kind == Kind::detention) {
    measure.max_days = small(range->high);
  } else {
    if (range->low) measure.min_times = small(*range->low);
    measure.max_times = small(range->high);
  }
  emit(measure, std::nullopt, range->figures);
  return true;
}

bool SentenceReader::read_fine() {
  const std::size_t start = at_;
  if (take("按照前款罚款数额的")) {
    multiple_of_fine_ = true;
    if (fine_of(Duty::shall, Kind::fine_multiple_of_fine, TextUnit::times, "")) return true;
  } else {
    const Duty duty = take("单处或者并") ? Duty::alone_or_together : Duty::shall;
    if (take("处")) {
      const std::size_t amount = at_;
      if (fine_of(duty, Kind::fine, TextUnit::money, "的罚款")) return true;
      at_ = amount;
      if (take("上一年年收入") && fine_of(duty, Kind::fine_income_percent, TextUnit::percent, "的罚款")) return true;
      at_ = amount;
      if (take("违法所得") && fine_of(duty, Kind::fine_gains_multiple, TextUnit::times, "的罚款")) return true;
      at_ = amount;
      if (fine_of(duty, Kind::detention, TextUnit::days, "拘留")) return true;
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
  for (const MeasureWords& words : measure_words()) {
    if (!take(words.words)) continue;
    for (Kind kind : words.kinds) {
      law::Measure measure;
      measure.kind = kind;
      measure.duty = words.kinds.size() > 1 ? Duty::either : Duty::shall;
      emit(measure, words.subject, {});
    }
    return true;
  }
  return false;
}

std::optional<Subject> opening_subject(std::string_view sentence, std::optional<Subject> before) {
  if (sentence.starts_with("有前款违法行为")) return before;
  for (const SubjectWords& words : opening_words()) {
    if (sentence.starts_with(words.words)) return words.subject;
  }
  return std::nullopt;
}

/// Sentences of a lead; a closing colon is no sentence of its own.
std::vector<std::string_view> sentences_of(std::string_view lead) {
  std::vector<std::string_view> out;
  while (!lead.empty()) {
    constexpr std::string_view kStop = "。";
    const std::size_t end = lead.find(kStop);
    const std::string_view sentence = lead.substr(0, end);
    if (!sentence.empty()) out.push_back(sentence);
    lead = end == std::string_view::npos ? std::string_view() : lead.substr(end + kStop.size());
  }
  return out;
}

class ArticleReader {
 public:
  explicit ArticleReader(ReadArticle& out) : out_(out) {}

  void paragraph(const Paragraph& paragraph, std::int32_t number) {
    bool items_impose = false;
    Inherited down;
    std::int32_t index = 0;
    for (std::string_view sentence : sentences_of(paragraph.lead)) {
      ReadSentence facts{number, ++index, false, false, occurrences(sentence, "前款") > 0, false};
      const auto offset = static_cast<std::size_t>(sentence.data() - paragraph.lead.data());
      down = read_sentence(sentence, offset, facts);
      items_impose = items_impose || occurrences(sentence, "依照下列规定处以罚款") > 0;
      facts.lists_items = !paragraph.items.empty() && !items_impose;
      out_.sentences.push_back(facts);
    }
    if (!items_impose) return;
    for (std::size_t i = 0; i < paragraph.items.size(); ++i) {
      ReadSentence& facts = out_.sentences.back();
      SentenceReader reader(paragraph.items[i], 0, down, facts, out_);
      reader.read(static_cast<std::int32_t>(i) + 1);
    }
  }

 private:
  Inherited read_sentence(std::string_view sentence, std::size_t offset, ReadSentence& facts) {
    if (sentence.starts_with("本法规定的行政处罚，")) {
      out_.decides = true;
      return {};
    }
    if (out_.decides) return {};
    const auto subject = opening_subject(sentence, before_);
    if (!subject) {
      out_.unread.push_back("第" + law::chinese_numeral(facts.paragraph) + "款: subject of “" +
                            std::string(phrase_around(sentence, 0, 0)) + "”");
      return {};
    }
    before_ = subject;
    SentenceReader reader(sentence, offset, Inherited{*subject, {}, false}, facts, out_);
    reader.read(std::nullopt);
    return reader.handed_down();
  }

  ReadArticle& out_;
  std::optional<Subject> before_;
};

}  // namespace

ReadArticle read_article(const Article& article) {
  ReadArticle out;
  ArticleReader reader(out);
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    reader.paragraph(article.paragraphs[i], static_cast<std::int32_t>(i) + 1);
  }
  return out;
}

}  // namespace xiezhi::lawtool
