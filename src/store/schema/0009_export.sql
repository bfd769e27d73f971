-- Files that somebody has asked for; `job` says what and how far it is. The file itself stands in the data folder.
CREATE TABLE export_job (
  id TEXT NOT NULL PRIMARY KEY,
  actor TEXT NOT NULL,
  job TEXT NOT NULL,
  started_at @INT64@ NOT NULL
) @STRICT@;
