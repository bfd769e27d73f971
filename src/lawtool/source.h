// The law as the files under law/ write it: one folder per instrument, one penalty file per article. A penalty clause
// is written once and shared by the items that lead to it, so that each figure of a text is claimed by exactly one
// datum.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/law/pack.h"

namespace xiezhi::lawtool {

namespace law = core::law;

/// The same number said again elsewhere in the same article, for example "超过六十日的除外".
struct Restated {
  std::optional<std::int32_t> paragraph;
  std::optional<std::int32_t> item;
  std::string anchor;
};
BOOST_DESCRIBE_STRUCT(Restated, (), (paragraph, item, anchor))

/// A core::law::Figure whose instrument is the folder it stands in (a region's file names it).
struct FigureSource {
  std::string key;
  std::int64_t value = 0;
  law::Unit unit = law::Unit::count;
  std::optional<std::string> instrument;
  std::int32_t article = 0;
  std::optional<std::int32_t> paragraph;
  std::optional<std::int32_t> item;
  std::string subject;
  std::string anchor;
  std::vector<std::string> words;      ///< of the phrase in which the number stands: they name what it measures
  std::optional<std::string> before;   ///< what stands right before the number
  std::optional<std::string> after;    ///< what stands right after it
  std::optional<std::string> opening;  ///< what the paragraph or item begins with
  std::vector<Restated> restated;
  std::optional<base::Date> from;   ///< absent: the instrument's
  std::optional<base::Date> until;  ///< absent: the instrument's
  law::Provenance status = law::Provenance::unverified;
};
BOOST_DESCRIBE_STRUCT(FigureSource, (),
                      (key, value, unit, instrument, article, paragraph, item, subject, anchor, words, before, after,
                       opening, restated, from, until, status))

struct BranchSource {
  law::Subject subject = law::Subject::unit;
  std::vector<law::Trigger> when;
  std::optional<base::Money> threshold_fen;
  std::optional<std::int32_t> item;  ///< where the items and not the lead carry the measures
  std::vector<law::Measure> measures;
};
BOOST_DESCRIBE_STRUCT(BranchSource, (), (subject, when, threshold_fen, item, measures))

/// One sentence or paragraph that says what follows.
struct ClauseSource {
  std::string name;  ///< "p1", or "p3.s2" for the second sentence of a paragraph
  std::int32_t paragraph = 1;
  std::optional<std::int32_t> sentence;  ///< absent: the whole paragraph
  std::optional<std::string> same_as;    ///< 依照前款规定处罚: the clause whose branches apply
  bool criminal_reference = false;
  std::vector<BranchSource> branches;
};
BOOST_DESCRIBE_STRUCT(ClauseSource, (), (name, paragraph, sentence, same_as, criminal_reference, branches))

/// A provision that is broken; the anchor occurs there and nowhere else outside the penalty articles.
struct DutySource {
  std::optional<std::string> instrument;
  std::int32_t article = 0;
  std::optional<std::int32_t> paragraph;
  std::optional<std::int32_t> item;
  std::string anchor;
};
BOOST_DESCRIBE_STRUCT(DutySource, (), (instrument, article, paragraph, item, anchor))

struct ViolationSource {
  std::string id;
  std::string title;
  std::int32_t paragraph = 1;
  std::optional<std::int32_t> item;
  std::vector<std::string> clauses;
  std::vector<DutySource> duty;
  std::optional<bool> self_contained;  ///< true: the clause itself says what is forbidden, no other provision does
  std::optional<std::vector<std::string>> applies;  ///< 依照…有关规定处罚: ids of violations of other instruments
  std::string anchor;
  law::Provenance status = law::Provenance::unverified;
};
BOOST_DESCRIBE_STRUCT(ViolationSource, (),
                      (id, title, paragraph, item, clauses, duty, self_contained, applies, anchor, status))

struct DecisionSource {
  std::optional<std::int32_t> paragraph;  ///< absent: the article has just one
  law::Decider decider = law::Decider::department;
  std::vector<law::MeasureKind> measures;
  std::vector<std::int32_t> articles;
  std::string note;
  std::string anchor;
};
BOOST_DESCRIBE_STRUCT(DecisionSource, (), (paragraph, decider, measures, articles, note, anchor))

/// penalty/<article>.json
struct ArticleSource {
  std::int32_t article = 0;
  std::vector<ClauseSource> clauses;
  std::vector<ViolationSource> violations;
  std::vector<DecisionSource> decisions;
};
BOOST_DESCRIBE_STRUCT(ArticleSource, (), (article, clauses, violations, decisions))

/// Articles whose every figure and every measure must be claimed, both ends included.
struct ArticleRange {
  std::int32_t first = 0;
  std::int32_t last = 0;
};
BOOST_DESCRIBE_STRUCT(ArticleRange, (), (first, last))

/// How the instrument counts days; the place lists exactly these lengths.
struct TermRuleSource {
  std::vector<std::int32_t> working_day_lengths;
  std::optional<std::int32_t> working_days_up_to;
  bool rolls_past_holiday = false;
  std::int32_t article = 0;
  std::optional<std::int32_t> paragraph;
  std::string anchor;
};
BOOST_DESCRIBE_STRUCT(TermRuleSource, (),
                      (working_day_lengths, working_days_up_to, rolls_past_holiday, article, paragraph, anchor))

/// How article `article` stands to article `to_article` of another instrument.
struct YieldSource {
  std::int32_t article = 0;
  std::string anchor;
  std::string to_instrument;
  std::int32_t to_article = 0;
  std::string to_anchor;
  std::optional<law::Relation> relation;  ///< absent: it gives way
  std::string note;
};
BOOST_DESCRIBE_STRUCT(YieldSource, (), (article, anchor, to_instrument, to_article, to_anchor, relation, note))

/// Whose the measures of an instrument are where no clause and no article on deciding says so.
struct EnforcerSource {
  law::Decider decider = law::Decider::department;
  std::int32_t article = 0;
  std::optional<std::int32_t> paragraph;
  std::string anchor;
};
BOOST_DESCRIBE_STRUCT(EnforcerSource, (), (decider, article, paragraph, anchor))

/// instrument.json
struct InstrumentSource {
  std::string id;
  std::string title;
  std::string short_title;
  std::string version;
  std::optional<std::string> prefix;  ///< of the ids of its violations, "wsl"
  base::Date from;
  std::optional<base::Date> until;
  bool fixed = true;
  std::optional<TermRuleSource> term_rule;
  std::optional<EnforcerSource> enforcer;
  std::vector<YieldSource> yields;
  std::vector<ArticleRange> covered;
  std::vector<std::int32_t> figured;  ///< further articles whose every number must be claimed
};
BOOST_DESCRIBE_STRUCT(InstrumentSource, (),
                      (id, title, short_title, version, prefix, from, until, fixed, term_rule, enforcer, yields,
                       covered, figured))

struct InstrumentFolder {
  InstrumentSource head;
  std::vector<FigureSource> figures;
  std::vector<ArticleSource> articles;
  std::map<std::string, std::vector<std::string>> phrases;  ///< phrases.json, by violation
};

struct RegionSource {
  std::string division;  ///< code prefix, "23"
  std::string name;
  std::vector<FigureSource> figures;
};
BOOST_DESCRIBE_STRUCT(RegionSource, (), (division, name, figures))

/// An entry of region/<name>/discretion/benchmarks.json: a core::law::Benchmark whose model stands in a DMN file
/// beside it.
struct BenchmarkSource {
  std::string id;
  std::string title;
  std::string file;
  std::string decision;
  base::Date from;
  std::optional<base::Date> until;
  std::vector<law::BenchmarkUse> uses;
  std::string note;
  law::Provenance status = law::Provenance::unverified;
};
BOOST_DESCRIBE_STRUCT(BenchmarkSource, (), (id, title, file, decision, from, until, uses, note, status))

/// All of law/.
struct LawSource {
  std::vector<InstrumentFolder> instruments;
  std::vector<RegionSource> regions;
  std::optional<core::org::DivisionFile> divisions;  ///< region/*/divisions.json; one region has it
  std::vector<core::calendar::YearNotice> calendar;
  std::optional<law::Vocabulary> vocabulary;  ///< vocabulary/*.json, and the phrases of the instruments
  std::vector<law::Discretion> discretion;    ///< region/*/discretion/
  std::vector<law::Checklist> checklists;     ///< checklist/*.json
};

/// What is wrong with the files: `file` is relative to the law folder.
struct FileError {
  std::string file;
  base::JsonError error;
};

/// Reads region/<name>/discretion/: benchmarks with their DMN files, circumstances and the leniency list.
base::Result<law::Discretion, FileError> read_discretion(const std::string& root, const std::string& folder,
                                                         const std::string& division);
/// The model of a DMN file; `name` is what errors call it.
base::Result<core::dmn::Model, FileError> read_dmn(const std::string& path, const std::string& name);

/// A place as people cite it, "安全生产法 第三十六条第一款", by the short title: in the instrument of the pack, the one
/// in force when there are several versions, or in none ("") when the pack does not have it. Nothing when it is no
/// place.
std::optional<law::Citation> read_citation(std::string_view text, const law::PackFile& pack);
/// What is wrong with a checklist beside the rest of the pack, by its file and item, or nothing.
std::optional<FileError> checklist_error(const law::Checklist& list, const law::PackFile& pack);

/// Reads the folder; files in the order of their names, so that the same folder always gives the same pack.
base::Result<LawSource, FileError> read_law(const std::string& directory);
/// Joins items with their clauses. An error names the file of the article.
base::Result<law::PackFile, FileError> to_pack_file(const LawSource& source);
/// The bytes that core::law::Pack::load reads: canonical JSON, checked by loading it.
base::Result<std::string, FileError> build_pack(const std::string& directory);

}  // namespace xiezhi::lawtool
