// What the desk's own pages read: the workbench, the load of bodies, figures by place, the pulse, states of streams.
#pragma once

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/scope.h"
#include "base/codec.h"

namespace xiezhi::app {

/// One step that takes a file forward, and what stands in its way.
struct WorkStep {
  std::string command;
  bool lawful = false;
  std::vector<std::string> codes;  ///< of the refusals, in order of precedence; advices are left out
};
BOOST_DESCRIBE_STRUCT(WorkStep, (), (command, lawful, codes))

/// An open file of the caller's body, as it stands to the caller.
struct WorkRow {
  std::string stream;
  std::string kind;
  std::string title;
  std::optional<std::string> enterprise_name;
  std::string place;
  std::string status;
  std::optional<std::string> due_on;
  std::optional<std::int32_t> working_days;  ///< left until the due day, negative when past; absent when unknown
  std::optional<std::string> due_command;    ///< the step that the day is set for
  std::optional<std::string> party;          ///< of a case, the party that the steps are told of
  base::Instant since;
  bool assigned = false;               ///< the caller is one of its officers or investigators
  std::vector<std::string> officers;   ///< names of those it is assigned to
  std::vector<WorkStep> steps;         ///< those that take it forward, the nearest first
  std::optional<std::string> trigger;  ///< why an inspection is made: name of inspection::TriggerKind
  std::int64_t remarks = 0;
  std::optional<std::string> last_remark;  ///< the last one that somebody else made
};
BOOST_DESCRIBE_STRUCT(WorkRow, (),
                      (stream, kind, title, enterprise_name, place, status, due_on, working_days, due_command, party,
                       since, assigned, officers, steps, trigger, remarks, last_remark))

/// Open files of one officer.
struct PersonLoad {
  std::string officer;
  std::string name;
  std::int64_t inspections = 0;
  std::int64_t cases = 0;
  std::int64_t overdue = 0;
};
BOOST_DESCRIBE_STRUCT(PersonLoad, (), (officer, name, inspections, cases, overdue))

struct WorkQuery {
  std::optional<bool> own;  ///< only what lies in the caller's hands or in those of the offices he holds
  std::optional<std::string> cursor;
  std::optional<std::int32_t> size;
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(WorkQuery, (), (own, cursor, size))

struct WorkView {
  std::string today;
  std::vector<WorkRow> rows;  ///< by due day
  std::optional<std::string> next_cursor;
  std::int64_t own_files = 0;   ///< how many lie in the caller's hands
  std::int64_t unit_files = 0;  ///< how many are open in his body
};
BOOST_DESCRIBE_STRUCT(WorkView, (), (today, rows, next_cursor, own_files, unit_files))

/// Open files of one body.
struct BodyLoad {
  std::string body;
  std::string name;
  std::int64_t inspections = 0;
  std::int64_t cases = 0;
  std::int64_t overdue = 0;
  std::int64_t due_soon = 0;  ///< within seven days
};
BOOST_DESCRIBE_STRUCT(BodyLoad, (), (body, name, inspections, cases, overdue, due_soon))

struct LoadQuery {
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(LoadQuery, (), ())

struct LoadView {
  std::string today;
  std::vector<BodyLoad> rows;
  std::vector<PersonLoad> people;  ///< of the caller's own body
};
BOOST_DESCRIBE_STRUCT(LoadView, (), (today, rows, people))

/// Figures of a place with everything below it.
struct PlaceFigures {
  std::string division;
  std::string name;
  bool has_parts = false;
  std::int64_t enterprises = 0;
  std::int64_t inspections = 0;
  std::int64_t open_inspections = 0;
  std::int64_t findings = 0;
  std::int64_t open_findings = 0;
  std::int64_t cases = 0;
  std::int64_t open_cases = 0;
  std::int64_t overdue = 0;
  base::Money fine_fen;
};
BOOST_DESCRIBE_STRUCT(PlaceFigures, (),
                      (division, name, has_parts, enterprises, inspections, open_inspections, findings, open_findings,
                       cases, open_cases, overdue, fine_fen))

/// What began in one month, or on one day.
struct MonthFigures {
  std::string month;  ///< "2026-09"; of a day "2026-09-18"
  std::int64_t inspections = 0;
  std::int64_t findings = 0;
  std::int64_t cases = 0;
};
BOOST_DESCRIBE_STRUCT(MonthFigures, (), (month, inspections, findings, cases))

struct FiguresQuery {
  std::optional<std::string> division;
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(FiguresQuery, (), (division))

struct FiguresView {
  PlaceFigures whole;
  std::vector<PlaceFigures> parts;   ///< the divisions directly below
  std::vector<MonthFigures> months;  ///< the last twelve, oldest first
  MonthFigures today;
  base::Instant counted_at;
};
BOOST_DESCRIBE_STRUCT(FiguresView, (), (whole, parts, months, today, counted_at))

struct PulseQuery {
  std::optional<std::int64_t> since;   ///< `size` of the pulse before
  std::optional<std::string> remarks;  ///< `last_remark` of the pulse before
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(PulseQuery, (), (since, remarks))

/// How far the journal has come, and which streams within the scope have entries since.
struct PulseView {
  std::int64_t size = 0;
  std::vector<std::string> streams;
  bool many = false;  ///< too many to name: take it that everything changed
  std::string last_remark;
  std::vector<std::string> remarked;  ///< streams on which colleagues remarked something since
};
BOOST_DESCRIBE_STRUCT(PulseView, (), (size, streams, many, last_remark, remarked))

struct StatesQuery {
  std::string streams;  ///< separated by commas
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(StatesQuery, (), (streams))

struct StateRow {
  std::string stream;
  std::int64_t version = 0;
  std::optional<base::Json> state;  ///< absent for a stream without entries
};
BOOST_DESCRIBE_STRUCT(StateRow, (), (stream, version, state))

/// States as the core takes them, so that another host decides on the same.
struct StatesView {
  std::vector<StateRow> rows;
};
BOOST_DESCRIBE_STRUCT(StatesView, (), (rows))

struct InstrumentRow {
  std::string id;
  std::string title;
  std::string version;
};
BOOST_DESCRIBE_STRUCT(InstrumentRow, (), (id, title, version))

struct SystemQuery {
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(SystemQuery, (), ())

/// How the server does, for its administrators.
struct SystemView {
  std::string core_version;
  std::string engine;
  std::string law_pack;  ///< SHA-256
  std::int64_t figures = 0;
  std::int64_t violations = 0;
  std::vector<InstrumentRow> instruments;
  std::int64_t leaves = 0;
  bool unnumbered = false;  ///< entries wait for the sequencer
  std::int64_t checkpoint_size = 0;
  std::optional<base::Instant> checkpoint_at;
  std::vector<std::string> journal_keys;  ///< hex
  base::Instant started_at;
  base::Instant now;
};
BOOST_DESCRIBE_STRUCT(SystemView, (),
                      (core_version, engine, law_pack, figures, violations, instruments, leaves, unnumbered,
                       checkpoint_size, checkpoint_at, journal_keys, started_at, now))

/// What an officer keeps for himself on the desk.
struct KeptQuery {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(KeptQuery, (), (name))

struct KeptView {
  std::optional<std::string> value;  ///< as the desk gave it
};
BOOST_DESCRIBE_STRUCT(KeptView, (), (value))

/// A remark of a colleague on a file. It is no part of the file: it stands outside the journal.
struct RemarkRow {
  std::string id;
  std::string author;
  std::string author_name;
  base::Instant written_at;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(RemarkRow, (), (id, author, author_name, written_at, text))

struct RemarkList {
  std::vector<RemarkRow> rows;
};
BOOST_DESCRIBE_STRUCT(RemarkList, (), (rows))

}  // namespace xiezhi::app
