// The lists of a region in the making, as the desk shows them.
#pragma once

#include "app/scope.h"
#include "app/view/views.h"
#include "core/law/diff.h"
#include "core/regulation/check.h"
#include "core/regulation/state.h"

namespace xiezhi::app {

struct RegulationDraftRow {
  core::benchmark::DraftStatus status = core::benchmark::DraftStatus::editing;
  std::string author;                        ///< officer id
  std::vector<std::string> editors;          ///< officer ids
  std::map<std::string, std::string> names;  ///< of all officers here, by id
  std::string reason;
  base::Instant opened_at;
  base::Instant saved_at;
  std::optional<core::benchmark::Opinion> returned;
  std::optional<core::benchmark::Opinion> approval;
};
BOOST_DESCRIBE_STRUCT(RegulationDraftRow, (),
                      (status, author, editors, names, reason, opened_at, saved_at, returned, approval))

struct RegulationRow {
  std::string id;
  std::string region;
  core::law::ListKind kind = core::law::ListKind::leniency;
  std::string stream;
  std::int64_t version = 0;                 ///< of the stream; 0: nobody has touched the list yet
  std::int64_t entries = 0;                 ///< in force today
  std::optional<base::Date> next_from;      ///< of a published version whose day has not come
  std::optional<RegulationDraftRow> draft;  ///< seen by the region's own people
};
BOOST_DESCRIBE_STRUCT(RegulationRow, (), (id, region, kind, stream, version, entries, next_from, draft))

struct RegulationList {
  std::vector<RegulationRow> rows;
};
BOOST_DESCRIBE_STRUCT(RegulationList, (), (rows))

struct RegulationQuery {
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(RegulationQuery, (), ())

/// One publication.
struct RegulationVersionRow {
  base::Date from;
  bool in_force = false;  ///< today
  base::Instant published_at;
  std::string published_in;
  std::string author;
  std::string approved_by;
  std::string published_by;
  std::optional<base::Date> replaced_by;
};
BOOST_DESCRIBE_STRUCT(RegulationVersionRow, (),
                      (from, in_force, published_at, published_in, author, approved_by, published_by, replaced_by))

/// What is to be said of a list: what stands against handing it in, and what differs from the one in force.
struct RegulationCheck {
  std::vector<core::regulation::FaultFound> faults;
  std::vector<core::law::Change> changes;
};
BOOST_DESCRIBE_STRUCT(RegulationCheck, (), (faults, changes))

struct RegulationView {
  RegulationRow list;
  std::string body;                           ///< that makes it; "" until there is a draft or a publication
  std::vector<RegulationVersionRow> history;  ///< the latest first
  core::law::ListContent content;             ///< the draft's; without a draft what is in force, or comes next
  core::law::ListContent current;             ///< in force today
  std::map<std::string, std::string> cited;   ///< provisions in Chinese, by id of the entry
  std::map<std::string, std::string> titles;  ///< of violations, by id
  RegulationCheck check;                      ///< of `content`
};
BOOST_DESCRIBE_STRUCT(RegulationView, (), (list, body, history, content, current, cited, titles, check))

inline Place place_of(const RegulationView& view) { return {view.list.region, view.body}; }

struct RegulationCheckRequest {
  core::law::ListContent content;
};
BOOST_DESCRIBE_STRUCT(RegulationCheckRequest, (), (content))

}  // namespace xiezhi::app
