-- Accounts, sessions and the log of who looked at what. None of it is in the journal, and a rebuild leaves it alone.
CREATE TABLE account (
  name TEXT NOT NULL PRIMARY KEY,
  officer TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  created_at @INT64@ NOT NULL,
  password_changed_at @INT64@ NOT NULL,
  disabled_at @INT64@
) @STRICT@;

-- The token itself is never stored: a copy of this table opens no session.
CREATE TABLE session (
  token_hash @BYTES@ NOT NULL PRIMARY KEY,
  account TEXT NOT NULL,
  address TEXT NOT NULL,
  created_at @INT64@ NOT NULL,
  last_seen_at @INT64@ NOT NULL
) @STRICT@;
CREATE INDEX session_account ON session (account);

-- Failed logins by hash of the name given, whether or not such an account exists: a lock reveals nothing.
CREATE TABLE login_attempt (
  name_hash @BYTES@ NOT NULL PRIMARY KEY,
  failures @INT64@ NOT NULL,
  until_at @INT64@ NOT NULL
) @STRICT@;

CREATE TABLE access_log (
  id TEXT NOT NULL PRIMARY KEY,
  at @INT64@ NOT NULL,
  account TEXT NOT NULL,
  officer TEXT NOT NULL,
  action TEXT NOT NULL,
  target TEXT NOT NULL,
  address TEXT NOT NULL
) @STRICT@;
CREATE INDEX access_log_at ON access_log (at);
