-- A file waits, is tried without writing, and is then taken into the ledger; how it is read stays with it.
CREATE TABLE import_job_of_layout (
  id TEXT NOT NULL PRIMARY KEY,
  file_sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,
  actor TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'checking', 'checked', 'running', 'done', 'failed')),
  first_number @INT64@ NOT NULL,
  started_at @INT64@ NOT NULL,
  updated_at @INT64@ NOT NULL,
  progress TEXT NOT NULL,
  layout TEXT NOT NULL,
  header_hash TEXT NOT NULL,
  problem TEXT
) @STRICT@;
INSERT INTO import_job_of_layout
SELECT id, file_sha256, file_name, actor, state, first_number, started_at, updated_at, progress,
  '{"columns":[],"header_row":1}', '', NULL FROM import_job;
DROP TABLE import_job;
ALTER TABLE import_job_of_layout RENAME TO import_job;
CREATE INDEX import_job_file ON import_job (file_sha256, actor);
CREATE INDEX import_job_header ON import_job (actor, header_hash, started_at);

-- What the ledger would hold after the rows that were tried so far, while the trial runs. `held` has personal data of
-- the file in it and goes with the trial.
CREATE TABLE import_trial (
  job TEXT NOT NULL,
  number @INT64@ NOT NULL,
  credit_code TEXT,
  name_hash @INT64@ NOT NULL,
  held TEXT NOT NULL,
  PRIMARY KEY (job, number)
) @STRICT@;
CREATE INDEX import_trial_code ON import_trial (job, credit_code);
CREATE INDEX import_trial_name ON import_trial (job, name_hash);
