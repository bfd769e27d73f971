// What administrators see: accounts, and what runs in the background.
#pragma once

#include "app/view/views.h"

namespace xiezhi::app {

struct AccountQuery {
  std::optional<std::string> body;  ///< of this body and those under it
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(AccountQuery, (), (body))

struct AccountRow {
  std::string name;
  std::string officer;
  std::string officer_name;
  std::string body;
  std::string body_name;
  std::string division;
  std::string rank;
  std::vector<std::string> duties;
  std::optional<base::Date> left_on;  ///< the officer no longer serves: the account opens nothing
  base::Instant created_at;
  base::Instant password_changed_at;
  std::optional<base::Instant> signed_in_at;  ///< the last time, where the log still knows
  std::optional<base::Instant> locked_until;
  std::optional<base::Instant> disabled_at;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (),
                      (name, officer, officer_name, body, body_name, division, rank, duties, left_on, created_at,
                       password_changed_at, signed_in_at, locked_until, disabled_at))

struct AccountList {
  std::vector<AccountRow> rows;
  bool more = false;  ///< there are others: ask for a body
};
BOOST_DESCRIBE_STRUCT(AccountList, (), (rows, more))

struct JobsQuery {
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(JobsQuery, (), ())

enum class JobKind : std::uint8_t { ledger_import, ledger_export };
BOOST_DESCRIBE_ENUM(JobKind, ledger_import, ledger_export)

struct JobRow {
  std::string id;
  JobKind kind = JobKind::ledger_import;
  std::string name;  ///< of the file
  std::string actor_name;
  std::string body_name;
  std::string state;                    ///< name of ImportState or ExportState
  std::optional<std::int64_t> percent;  ///< done of the whole; absent where the whole is not known
  std::int64_t rows = 0;
  base::Instant started_at;
  base::Instant updated_at;
  std::optional<std::string> problem;  ///< in Chinese
};
BOOST_DESCRIBE_STRUCT(JobRow, (),
                      (id, kind, name, actor_name, body_name, state, percent, rows, started_at, updated_at, problem))

struct JobsView {
  std::vector<JobRow> rows;     ///< the latest first
  std::int64_t unnumbered = 0;  ///< entries that wait for the sequencer
  std::int64_t leaves = 0;
  std::optional<base::Instant> checkpoint_at;
  std::optional<base::Instant> swept_at;  ///< when this server last removed what is over: sessions, locks, old files
  base::Instant now;
};
BOOST_DESCRIBE_STRUCT(JobsView, (), (rows, unnumbered, leaves, checkpoint_at, swept_at, now))

}  // namespace xiezhi::app
