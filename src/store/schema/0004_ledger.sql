-- The ledger of enterprises as people read it, its search, and imports. `number` orders enterprises by the time in
-- their id.
CREATE TABLE enterprise (
  number @INT64@ NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version @INT64@ NOT NULL,
  name TEXT NOT NULL,
  name_hash @INT64@ NOT NULL,
  credit_code TEXT,
  type TEXT,
  industry TEXT,
  scope TEXT,
  registered_on TEXT,
  registered_capital TEXT,
  registered_capital_fen @INT64@,
  address TEXT,
  division TEXT NOT NULL,
  city TEXT NOT NULL,
  legal_representative TEXT,
  phone TEXT,
  status TEXT NOT NULL,
  words TEXT NOT NULL,
  places TEXT NOT NULL,
  updated_at @INT64@ NOT NULL
) @STRICT@;
-- Not unique: a code that was registered wrongly passes from one enterprise to another, in any order of the streams.
CREATE INDEX enterprise_credit_code ON enterprise (credit_code, number);
CREATE INDEX enterprise_name_hash ON enterprise (name_hash);
CREATE INDEX enterprise_city ON enterprise (city, number);
CREATE INDEX enterprise_division ON enterprise (division, number);

@SQLITE{
-- Kept by statements of its own (search_learn, search_forget): a trigger would flush the index with every row.
CREATE VIRTUAL TABLE enterprise_search USING fts5 (
  words, places, content = 'enterprise', content_rowid = 'number', detail = none, columnsize = 0, tokenize = 'ascii');
}@
@POSTGRES{
CREATE INDEX enterprise_search ON enterprise USING gin (string_to_array(words || ' ' || places, ' '));
}@

CREATE TABLE enterprise_site (
  enterprise TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  division TEXT NOT NULL,
  PRIMARY KEY (enterprise, id)
) @STRICT@;

CREATE TABLE enterprise_penalty (
  enterprise TEXT NOT NULL,
  case_id TEXT NOT NULL,
  party TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  instrument TEXT NOT NULL,
  major_hazard @INT64@ NOT NULL,
  PRIMARY KEY (enterprise, case_id, party, instrument)
) @STRICT@;

-- How far a file has been read; a batch of rows and this row change in one transaction.
CREATE TABLE import_job (
  id TEXT NOT NULL PRIMARY KEY,
  file_sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,
  actor TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed')),
  first_number @INT64@ NOT NULL,
  started_at @INT64@ NOT NULL,
  updated_at @INT64@ NOT NULL,
  progress TEXT NOT NULL
) @STRICT@;
CREATE INDEX import_job_file ON import_job (file_sha256, actor);

-- What there is to say about a row of a file; a row that was simply taken or unchanged is only counted.
CREATE TABLE import_report (
  job TEXT NOT NULL,
  row_number @INT64@ NOT NULL,
  credit_code TEXT NOT NULL,
  name TEXT NOT NULL,
  result TEXT NOT NULL,
  remarks TEXT NOT NULL,
  PRIMARY KEY (job, row_number)
) @STRICT@;

-- Enterprises older than the job that one of its rows has named, while the job runs.
CREATE TABLE import_seen (
  job TEXT NOT NULL,
  enterprise @INT64@ NOT NULL,
  row_number @INT64@ NOT NULL,
  PRIMARY KEY (job, enterprise)
) @STRICT@;
