// What queries answer: described structs that become JSON, OpenAPI schemas and TypeScript types.
#pragma once

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ledger/enterprise_query.h"
#include "app/scope.h"
#include "core/casefile/fine.h"
#include "core/engine/engine.h"

namespace xiezhi::app {

/// A failed query: which permanent code, and what for a developer.
struct QueryProblem {
  std::string code;  ///< not_found, invalid, unavailable
  std::string message;
};
template <typename T>
using QueryResult = base::Result<T, QueryProblem>;

struct InspectionRow {
  std::string id;
  std::int64_t version = 0;
  std::string enterprise;
  std::string enterprise_name;
  std::string division;
  std::string place;
  std::string body;
  std::string body_name;
  std::string status;
  base::Instant opened_at;
  std::int64_t findings = 0;
  std::int64_t open_findings = 0;
  std::optional<std::string> due_on;
};
BOOST_DESCRIBE_STRUCT(InspectionRow, (),
                      (id, version, enterprise, enterprise_name, division, place, body, body_name, status, opened_at,
                       findings, open_findings, due_on))

struct InspectionPage {
  std::vector<InspectionRow> rows;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(InspectionPage, (), (rows, next_cursor))

struct CaseRow {
  std::string id;
  std::int64_t version = 0;
  std::optional<std::string> enterprise;
  std::string title;
  std::string division;
  std::string place;
  std::string body;
  std::string body_name;
  std::string status;
  base::Instant filed_at;
  std::optional<std::string> due_on;
  base::Money fine_fen;
};
BOOST_DESCRIBE_STRUCT(CaseRow, (),
                      (id, version, enterprise, title, division, place, body, body_name, status, filed_at, due_on,
                       fine_fen))

struct CasePage {
  std::vector<CaseRow> rows;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(CasePage, (), (rows, next_cursor))

/// Filter of the lists of inspections and cases.
struct FileQuery {
  std::optional<std::string> status;  ///< "open": not closed
  std::optional<std::string> enterprise;
  std::optional<std::string> division;
  std::optional<std::string> body;
  std::optional<std::string> officer;  ///< who works on it
  std::optional<bool> overdue;         ///< its day has passed
  std::optional<std::string> text;     ///< words of the enterprise, or the number of a document
  std::optional<std::string> cursor;
  std::optional<std::int32_t> size;
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(FileQuery, (), (status, enterprise, division, body, officer, overdue, text, cursor, size))

/// A finding that is not settled, with the inspection it stands in.
struct OpenFinding {
  std::string inspection;
  std::string id;
  std::string description;
  std::string place;
  bool major_hazard = false;
  core::inspection::FindingStatus status = core::inspection::FindingStatus::open;
  std::optional<base::Date> deadline;  ///< of the order to correct it
};
BOOST_DESCRIBE_STRUCT(OpenFinding, (), (inspection, id, description, place, major_hazard, status, deadline))

/// What happened at an enterprise in three months: inspections and cases by the day they began, fines by that of the
/// decision.
struct QuarterFigures {
  std::string quarter;  ///< "2026-Q3"
  std::int64_t inspections = 0;
  std::int64_t findings = 0;
  std::int64_t cases = 0;
  base::Money fine_fen;
};
BOOST_DESCRIBE_STRUCT(QuarterFigures, (), (quarter, inspections, findings, cases, fine_fen))

struct DossierView {
  ledger::EnterpriseDossier enterprise;
  std::vector<InspectionRow> inspections;
  std::vector<CaseRow> cases;
  std::vector<QuarterFigures> quarters;  ///< the last twelve, oldest first
  std::vector<OpenFinding> findings;
  std::vector<core::dossier::Licence> licences;
  std::vector<core::dossier::HazardSource> hazard_sources;
  std::vector<core::dossier::KeyPerson> key_people;
  std::optional<core::dossier::Grading> grading;
  std::map<std::string, std::string> personal;  ///< commitment → value, where it was not erased
};
BOOST_DESCRIBE_STRUCT(DossierView, (),
                      (enterprise, inspections, cases, quarters, findings, licences, hazard_sources, key_people,
                       grading, personal))
inline Place place_of(const DossierView& view) { return {view.enterprise.division, ""}; }

/// A file by its id.
struct IdQuery {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(IdQuery, (), (id))

struct InspectionView {
  std::string stream;
  std::int64_t version = 0;
  core::inspection::Inspection state;
  std::map<std::string, std::string> names;     ///< of officers, bodies and the enterprise, by id
  std::map<std::string, std::string> personal;  ///< commitment → value, where it was not erased
};
BOOST_DESCRIBE_STRUCT(InspectionView, (), (stream, version, state, names, personal))
inline Place place_of(const InspectionView& view) { return {view.state.division, view.state.body}; }

/// The lawful range of the fine for one charge against one party.
struct RangeView {
  std::string charge;
  std::string party;
  std::string title;
  std::string article;
  bool has_fine = false;
  bool known = false;
  base::Money min_fen;
  base::Money max_fen;
  std::vector<std::string> measures;     ///< other penalties of the clause, names of law::MeasureKind
  std::optional<base::Money> daily_fen;  ///< what a daily penalty comes to, where its basis is known
  bool weighable = false;                ///< a benchmark in force grades the fine
  bool unweighed = false;                ///< it is the highest for its act, and has not been weighed
};
BOOST_DESCRIBE_STRUCT(RangeView, (),
                      (charge, party, title, article, has_fine, known, min_fen, max_fen, measures, daily_fen, weighable,
                       unweighed))

struct CaseView {
  std::string stream;
  std::int64_t version = 0;
  core::casefile::CaseFile state;
  std::map<std::string, std::string> names;
  std::map<std::string, std::string> personal;
  std::map<std::string, core::casefile::Balance> balances;  ///< by party
  std::vector<RangeView> ranges;
  std::optional<base::Date> decide_by;
  std::map<std::string, base::Date> disclose_by;  ///< by party
};
BOOST_DESCRIBE_STRUCT(CaseView, (), (stream, version, state, names, personal, balances, ranges, decide_by, disclose_by))
inline Place place_of(const CaseView& view) { return {view.state.division, view.state.body}; }

struct NextQuery {
  std::string stream;
  std::optional<std::string> focus;
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(NextQuery, (), (stream, focus))

/// By when a step is to be taken.
struct StepDue {
  std::string command;
  std::string subject;  ///< the order, measure, party … that it is due for; "" for the file
  base::Date day;
  std::optional<std::int32_t> working_days;  ///< left until the day, negative when past; absent when unknown
};
BOOST_DESCRIBE_STRUCT(StepDue, (), (command, subject, day, working_days))

struct NextView {
  std::int64_t version = 0;
  std::vector<core::engine::Step> steps;
  std::vector<StepDue> dues;         ///< the nearest first
  std::vector<std::string> forward;  ///< commands that take the file forward, the nearest first
};
BOOST_DESCRIBE_STRUCT(NextView, (), (version, steps, dues, forward))

struct TaskRow {
  std::string stream;
  std::string kind;
  std::string title;
  std::optional<std::string> enterprise_name;
  std::string status;
  std::optional<std::string> due_on;
  base::Instant since;
  std::string place;
};
BOOST_DESCRIBE_STRUCT(TaskRow, (), (stream, kind, title, enterprise_name, status, due_on, since, place))

struct TaskQuery {
  std::optional<bool> below;  ///< all bodies of the division, not only the caller's own
  std::optional<std::string> cursor;
  std::optional<std::int32_t> size;
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(TaskQuery, (), (below, cursor, size))

struct TaskPage {
  std::vector<TaskRow> rows;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(TaskPage, (), (rows, next_cursor))

struct OfficerRow {
  std::string id;
  std::string name;
  std::string body;
  std::string body_name;
  std::string rank;
  std::vector<std::string> duties;
  std::vector<core::org::Certificate> certificates;
  std::optional<base::Date> left_on;
};
BOOST_DESCRIBE_STRUCT(OfficerRow, (), (id, name, body, body_name, rank, duties, certificates, left_on))

struct OfficerQuery {
  std::optional<std::string> body;
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(OfficerQuery, (), (body))

struct OfficerList {
  std::vector<OfficerRow> rows;
};
BOOST_DESCRIBE_STRUCT(OfficerList, (), (rows))

struct BodyRow {
  std::string id;
  std::string name;
  std::string level;
  std::string kind;
  std::string division;
  std::optional<std::string> parent;
};
BOOST_DESCRIBE_STRUCT(BodyRow, (), (id, name, level, kind, division, parent))

struct NoQuery {};
BOOST_DESCRIBE_STRUCT(NoQuery, (), ())

struct BodyList {
  std::vector<BodyRow> rows;
};
BOOST_DESCRIBE_STRUCT(BodyList, (), (rows))

struct ViolationQuery {
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(ViolationQuery, (), (text))

struct ViolationRow {
  std::string id;
  std::string title;
  std::string article;            ///< the penalty clause in Chinese
  std::vector<std::string> duty;  ///< the provisions broken, in Chinese
  std::vector<std::string> subjects;
  bool ours = true;  ///< the department has a penalty of its own
};
BOOST_DESCRIBE_STRUCT(ViolationRow, (), (id, title, article, duty, subjects, ours))

struct ViolationList {
  std::vector<ViolationRow> rows;
};
BOOST_DESCRIBE_STRUCT(ViolationList, (), (rows))

struct DivisionRow {
  std::string code;
  std::string name;
  std::optional<std::string> parent;
};
BOOST_DESCRIBE_STRUCT(DivisionRow, (), (code, name, parent))

struct DivisionList {
  std::vector<DivisionRow> rows;
};
BOOST_DESCRIBE_STRUCT(DivisionList, (), (rows))

struct FigureQuery {
  std::string keys;  ///< separated by commas
};
BOOST_DESCRIBE_STRUCT(FigureQuery, (), (keys))

struct FigureRow {
  std::string key;
  std::int64_t value = 0;
  std::string unit;
  std::string source;
  std::string status;
};
BOOST_DESCRIBE_STRUCT(FigureRow, (), (key, value, unit, source, status))

struct FigureList {
  std::vector<FigureRow> rows;
};
BOOST_DESCRIBE_STRUCT(FigureList, (), (rows))

struct StreamQuery {
  std::string stream;
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(StreamQuery, (), (stream))

struct HistoryRow {
  std::int64_t version = 0;
  std::string type;
  std::string actor;
  std::string actor_name;
  base::Instant occurred_at;
  base::Instant recorded_at;
  std::optional<std::int64_t> leaf_index;
  base::Json payload;  ///< what the entry says; personal data as commitments
};
BOOST_DESCRIBE_STRUCT(HistoryRow, (), (version, type, actor, actor_name, occurred_at, recorded_at, leaf_index, payload))

struct HistoryView {
  std::vector<HistoryRow> rows;
};
BOOST_DESCRIBE_STRUCT(HistoryView, (), (rows))

struct CountRow {
  std::string kind;
  std::string status;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(CountRow, (), (kind, status, count))

struct OverviewQuery {
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(OverviewQuery, (), ())

struct OverviewView {
  std::vector<CountRow> files;
  std::int64_t enterprises = 0;
};
BOOST_DESCRIBE_STRUCT(OverviewView, (), (files, enterprises))

}  // namespace xiezhi::app
