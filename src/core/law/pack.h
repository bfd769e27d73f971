// The law pack: everything the rules need from the law, with effective dates, as one canonical, hashed file.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "core/calendar/calendar.h"
#include "core/law/benchmark.h"
#include "core/law/checklist.h"
#include "core/law/penalty.h"
#include "core/law/vocabulary.h"
#include "core/org/divisions.h"

namespace xiezhi::core::law {

struct BenchmarkProgram;

enum class Unit : std::uint8_t { count, fen, working_days, calendar_days, hours, months, years, percent, times };
BOOST_DESCRIBE_ENUM(Unit, count, fen, working_days, calendar_days, hours, months, years, percent, times)

/// One number the rules use. Keys are permanent, for example "hearing.request_days".
struct Figure {
  std::string key;
  std::int64_t value = 0;
  Unit unit = Unit::count;
  std::optional<std::string> region;  ///< division code prefix ("23"); absent: the whole country
  base::Date from;
  std::optional<base::Date> until;  ///< last day in force; absent: still in force
  Citation source;
  std::string subject;  ///< what the number measures, in Chinese, worded by the project
  std::string anchor;   ///< 2 to 10 characters next to the number in the text
  Provenance status = Provenance::unverified;
};
BOOST_DESCRIBE_STRUCT(Figure, (), (key, value, unit, region, from, until, source, subject, anchor, status))

/// How an instrument counts its days (行政处罚法 第八十五条, 行政强制法 第六十九条).
struct TermRule {
  std::vector<std::int32_t> working_day_lengths;   ///< just these lengths are working days
  std::optional<std::int32_t> working_days_up_to;  ///< every length up to this is working days
  bool rolls_past_holiday = false;                 ///< an end on a holiday moves to the next working day
  Citation source;                                 ///< the place that says so
};
BOOST_DESCRIBE_STRUCT(TermRule, (), (working_day_lengths, working_days_up_to, rolls_past_holiday, source))

/// How two provisions on one matter stand to each other.
enum class Relation : std::uint8_t {
  gives_way,         ///< the later or higher one applies instead
  special,           ///< this one is the special rule and goes first
  heavier,           ///< the heavier of the two applies (突发事件应对法 第九十六条第二款)
  gives_way_in_part  ///< the other one speaks of some of the acts only, and applies to these instead
};
BOOST_DESCRIBE_ENUM(Relation, gives_way, special, heavier, gives_way_in_part)

/// A provision that another one speaks of too: which of them applies, and how far.
struct Yielding {
  Citation at;
  Citation to;
  std::optional<Relation> relation;  ///< absent: gives_way
  std::string note;                  ///< in Chinese, worded by the project
};
BOOST_DESCRIBE_STRUCT(Yielding, (), (at, to, relation, note))

/// A statute or rule, one text of it.
struct Instrument {
  std::string id;           ///< "work_safety_law_2021"
  std::string title;        ///< 中华人民共和国安全生产法
  std::string short_title;  ///< 安全生产法
  std::string version;      ///< "2021-06-10": the day of adoption or amendment, as the text is filed
  base::Date from;
  std::optional<base::Date> until;
  bool fixed = true;  ///< its figures cannot be overridden by a region
  std::optional<TermRule> term_rule;
  std::vector<Yielding> yields;
};
BOOST_DESCRIBE_STRUCT(Instrument, (), (id, title, short_title, version, from, until, fixed, term_rule, yields))

/// Which body decides what (安全生产法 第一百一十五条). An empty list stands for all.
struct DecisionRule {
  Decider decider = Decider::department;
  std::vector<MeasureKind> measures;
  std::vector<std::int32_t> articles;
  Citation source;
  std::string note;  ///< in Chinese, worded by the project
  std::string anchor;
};
BOOST_DESCRIBE_STRUCT(DecisionRule, (), (decider, measures, articles, source, note, anchor))

/// The file: canonical JSON of this, nothing before or after.
struct PackFile {
  std::int32_t format = 1;
  std::vector<Instrument> instruments;
  std::vector<Figure> figures;
  std::vector<Violation> violations;
  std::vector<DecisionRule> decision_rules;
  std::vector<calendar::YearNotice> calendar;
  std::optional<org::DivisionFile> divisions;  ///< of the region the pack is built for
  std::optional<Vocabulary> vocabulary;
  std::optional<std::vector<Discretion>> discretion;  ///< of each region; absent in packs made before there was any
  std::optional<std::vector<Checklist>> checklists;   ///< absent in packs made before there were any
};
BOOST_DESCRIBE_STRUCT(PackFile, (),
                      (format, instruments, figures, violations, decision_rules, calendar, divisions, vocabulary,
                       discretion, checklists))

class Pack {
 public:
  /// Reads the canonical bytes that `xiezhi law build` made. An error names the path in the file.
  static base::Result<Pack, base::JsonError> load(std::string_view bytes);

  /// SHA-256 of the bytes, hex: what an entry of the journal names as its law pack.
  [[nodiscard]] const std::string& hash() const;

  /// The figure in force on a day for a division code; a region's figure goes before the country's.
  [[nodiscard]] const Figure* figure(std::string_view key, base::Date on, std::string_view division) const;
  /// The figure's value; a key that is not in the pack is a bug (use figure() where it may be absent).
  [[nodiscard]] std::int64_t value(std::string_view key, base::Date on, std::string_view division) const;
  /// The violation as the law of that day knew it, or null.
  [[nodiscard]] const Violation* violation(std::string_view id, base::Date on) const;
  [[nodiscard]] const Instrument* instrument(std::string_view id) const;
  [[nodiscard]] const calendar::Calendar& calendar() const;
  /// The divisions of the region; none when the pack has no region.
  [[nodiscard]] const org::Divisions& divisions() const;
  /// The term that a figure sets, running from `start`, with the counting rule of its procedure law. The figure is the
  /// one in force on the day of `start`; a key that is not in the pack or that is no term is a bug.
  [[nodiscard]] calendar::Term term(std::string_view key, base::Instant start, std::string_view division) const;
  /// "安全生产法 第九十九条第一项".
  [[nodiscard]] std::string cite(const Citation& citation) const;

  /// The benchmark in force on a day for a fine, ready to be used; the nearest region's, or null.
  [[nodiscard]] const BenchmarkProgram* benchmark(const BenchmarkUse& use, base::Date on,
                                                  std::string_view division) const;
  /// What the nearest region has set about discretion, or null.
  [[nodiscard]] const Discretion* discretion(std::string_view division) const;

  [[nodiscard]] const std::vector<Violation>& violations() const;
  [[nodiscard]] const std::vector<Figure>& figures() const;
  [[nodiscard]] const std::vector<Instrument>& instruments() const;
  [[nodiscard]] const std::vector<DecisionRule>& decision_rules() const;
  /// The words by which violations are found; absent in packs made before there were any.
  [[nodiscard]] const std::optional<Vocabulary>& vocabulary() const;
  [[nodiscard]] const std::vector<Discretion>& discretions() const;
  [[nodiscard]] const std::vector<Checklist>& checklists() const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace xiezhi::core::law
