// Discretion benchmarks in the making, as the desk shows them.
#pragma once

#include "app/benchmark_file.h"
#include "app/scope.h"
#include "app/view/views.h"
#include "core/benchmark/state.h"
#include "core/dmn/prove.h"
#include "core/law/diff.h"

namespace xiezhi::app {

struct BenchmarkUseRow {
  std::string violation;
  std::string title;
  core::law::Subject subject = core::law::Subject::unit;
  core::law::Trigger stage = core::law::Trigger::found;
};
BOOST_DESCRIBE_STRUCT(BenchmarkUseRow, (), (violation, title, subject, stage))

/// One version: of the law pack (then without names), or published here.
struct BenchmarkVersionRow {
  base::Date from;
  std::optional<base::Date> until;
  bool in_force = false;  ///< today
  std::string note;
  core::law::Provenance status = core::law::Provenance::unverified;
  std::optional<base::Instant> published_at;
  std::optional<std::string> published_in;
  std::optional<std::string> author;
  std::optional<std::string> approved_by;
  std::optional<std::string> published_by;
  std::optional<base::Date> replaced_by;
};
BOOST_DESCRIBE_STRUCT(BenchmarkVersionRow, (),
                      (from, until, in_force, note, status, published_at, published_in, author, approved_by,
                       published_by, replaced_by))

struct BenchmarkDraftRow {
  core::benchmark::DraftStatus status = core::benchmark::DraftStatus::editing;
  std::string author;                        ///< officer id
  std::vector<std::string> editors;          ///< officer ids
  std::map<std::string, std::string> names;  ///< of all officers here, by id
  std::string reason;
  base::Instant opened_at;
  base::Instant saved_at;
  base::Date based_on;
  std::optional<core::benchmark::Opinion> returned;
  std::optional<core::benchmark::Opinion> approval;
};
BOOST_DESCRIBE_STRUCT(BenchmarkDraftRow, (),
                      (status, author, editors, names, reason, opened_at, saved_at, based_on, returned, approval))

struct BenchmarkRow {
  std::string id;
  std::string title;
  std::string region;
  std::string stream;
  std::int64_t version = 0;  ///< of the stream; 0: nobody has touched the table yet
  std::vector<BenchmarkUseRow> uses;
  std::optional<base::Date> in_force_from;  ///< absent: no version applies today
  std::optional<base::Date> next_from;      ///< of a published version whose day has not come
  std::int64_t versions = 0;
  std::optional<BenchmarkDraftRow> draft;  ///< seen by the region's own people
};
BOOST_DESCRIBE_STRUCT(BenchmarkRow, (),
                      (id, title, region, stream, version, uses, in_force_from, next_from, versions, draft))

struct BenchmarkList {
  std::vector<BenchmarkRow> rows;
};
BOOST_DESCRIBE_STRUCT(BenchmarkList, (), (rows))

struct BenchmarkQuery {
  Scope scope;
  bool maker = false;  ///< the caller drafts or approves; the address does not say it
};
BOOST_DESCRIBE_STRUCT(BenchmarkQuery, (), ())

/// What is known of a table's text: the same proof as `law prove`, the same comparison as `law diff`.
struct BenchmarkCheck {
  std::optional<DraftProblem> problem;  ///< it is no DMN file; then nothing else is said
  std::optional<std::string> unusable;  ///< it is no benchmark, and why
  std::optional<core::dmn::TableProof> proof;
  std::vector<core::law::Change> changes;  ///< against the version in force
  bool sound = false;                      ///< nothing stands against handing it in
};
BOOST_DESCRIBE_STRUCT(BenchmarkCheck, (), (problem, unusable, proof, changes, sound))

struct BenchmarkView {
  BenchmarkRow table;
  std::string body;                                     ///< that makes it; "" until there is a draft or a publication
  std::vector<BenchmarkVersionRow> history;             ///< the latest day first
  std::string dmn;                                      ///< the draft's file; without a draft the newest version's
  std::string current;                                  ///< the file of the version in force
  BenchmarkCheck check;                                 ///< of `dmn`
  std::optional<std::vector<BenchmarkUseRow>> drafted;  ///< what the draft is to grade
  std::optional<std::string> drafted_title;
};
BOOST_DESCRIBE_STRUCT(BenchmarkView, (), (table, body, history, dmn, current, check, drafted, drafted_title))

/// A fine of the law that a benchmark may grade.
struct GradedFineRow {
  std::string violation;
  std::string title;
  std::string basis;  ///< "安全生产法 第九十七条第一款"
  core::law::Subject subject = core::law::Subject::unit;
  core::law::Trigger stage = core::law::Trigger::found;
  bool known = true;  ///< false: reckoned from gains or income, without an amount of its own
  base::Money min_fen;
  base::Money max_fen;
  std::optional<std::string> table;  ///< the benchmark that grades it today
  std::optional<std::string> table_title;
};
BOOST_DESCRIBE_STRUCT(GradedFineRow, (),
                      (violation, title, basis, subject, stage, known, min_fen, max_fen, table, table_title))

struct GradedFineList {
  std::vector<GradedFineRow> rows;
};
BOOST_DESCRIBE_STRUCT(GradedFineList, (), (rows))

struct GradedFineQuery {
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(GradedFineQuery, (), ())

inline Place place_of(const BenchmarkView& view) { return {view.table.region, view.body}; }

struct BenchmarkCheckRequest {
  std::string dmn;
};
BOOST_DESCRIBE_STRUCT(BenchmarkCheckRequest, (), (dmn))

}  // namespace xiezhi::app
