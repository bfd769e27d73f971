// Reads one sentence of a penalty clause. Private to the clause reader.
#pragma once

#include "lawtool/clause_reader.h"
#include "lawtool/clause_words.h"

namespace xiezhi::lawtool {

/// What a paragraph's lead hands down to its items.
struct Inherited {
  law::Subject subject = law::Subject::unit;
  std::vector<law::Trigger> head;
  bool emergency = false;
  DefaultDecider decides;
};

/// Statements are cut by "；", phrases by "，".
class SentenceReader {
 public:
  /// `offset` is where the sentence begins in its lead or item.
  SentenceReader(std::string_view text, std::size_t offset, Inherited inherited, ReadSentence& facts, ReadArticle& out);

  void read(std::optional<std::int32_t> item);
  [[nodiscard]] Inherited handed_down() const;

 private:
  /// "A以上B以下", "B以下", "A至B" or just "A".
  struct Range {
    std::optional<std::int64_t> low;
    std::int64_t high = 0;
    std::vector<TextFigure> figures;
  };
  /// What a fine, a detention or a ban with numbers is, and the words that end it.
  struct Amount {
    law::MeasureKind kind;
    TextUnit unit;
    std::string_view end;
  };

  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  bool take(std::string_view words);
  void step();
  void begin_phrase();
  void begin_statement();
  bool read_crime();
  bool read_trigger();
  bool read_gains();
  bool set_threshold(law::Trigger trigger, const TextFigure& amount);
  bool read_subject();
  bool read_body();
  bool read_silent();
  bool read_flag();
  bool read_reference();
  bool read_fine();
  bool read_plain_fine(law::Duty duty);
  bool read_ban();
  bool read_measure();
  bool amount_of(law::Duty duty, const Amount& amount);
  void report_unread();
  std::optional<std::int32_t> take_ordinal(std::string_view before, std::string_view after);
  const TextFigure* take_figure(TextUnit unit);
  std::optional<Range> take_range(TextUnit unit);
  void emit(law::Measure measure, std::optional<law::Subject> subject, std::vector<TextFigure> figures,
            std::optional<law::Decider> decider = {});
  [[nodiscard]] law::Decider decider_of(law::MeasureKind kind) const;
  [[nodiscard]] std::vector<law::Trigger> when() const;
  [[nodiscard]] std::string place() const;

  std::string_view text_;
  std::size_t offset_;
  std::vector<TextFigure> figures_;
  Inherited inherited_;
  ReadSentence& facts_;
  ReadArticle& out_;
  std::optional<std::int32_t> item_;
  std::size_t at_ = 0;
  std::vector<law::Trigger> triggers_;  ///< of the statement
  std::optional<base::Money> threshold_;
  TextFigure threshold_figure_;
  std::optional<law::Subject> subject_;            ///< of the phrase
  std::optional<law::Subject> statement_subject_;  ///< of the statement
  std::optional<law::Subject> last_person_;        ///< the last phrase's
  std::optional<law::Decider> body_;
  bool seen_measure_ = false;
  bool may_ = false;
  bool may_once_ = false;
  bool emergency_ = false;
  bool lead_emergency_ = false;
  bool licensing_ = false;
  bool multiple_of_fine_ = false;
};

/// The opening words of a sentence or statement, "违反本法规定，" left aside.
const SubjectWords* opening_of(std::string_view text);

}  // namespace xiezhi::lawtool
