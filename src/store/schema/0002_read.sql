-- What lists show of bodies, officers, inspections and cases. Each row follows from the state of one stream alone.

CREATE TABLE body (
  id TEXT NOT NULL PRIMARY KEY,
  version @INT64@ NOT NULL,
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  kind TEXT NOT NULL,
  division TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  parent TEXT
) @STRICT@;

CREATE TABLE officer (
  id TEXT NOT NULL PRIMARY KEY,
  version @INT64@ NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  rank TEXT NOT NULL,
  duties TEXT NOT NULL,
  left_on TEXT,
  state TEXT NOT NULL
) @STRICT@;
CREATE INDEX officer_body ON officer (body, id);

CREATE TABLE inspection (
  id TEXT @POSTGRES{COLLATE "C"}@ NOT NULL PRIMARY KEY,
  version @INT64@ NOT NULL,
  enterprise TEXT NOT NULL,
  division TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  body TEXT NOT NULL,
  status TEXT NOT NULL,
  opened_at @INT64@ NOT NULL,
  findings @INT64@ NOT NULL,
  open_findings @INT64@ NOT NULL,
  due_on TEXT
) @STRICT@;
CREATE INDEX inspection_division ON inspection (division, opened_at, id);
CREATE INDEX inspection_body ON inspection (body, opened_at, id);
CREATE INDEX inspection_enterprise ON inspection (enterprise, opened_at);

CREATE TABLE casefile (
  id TEXT @POSTGRES{COLLATE "C"}@ NOT NULL PRIMARY KEY,
  version @INT64@ NOT NULL,
  enterprise TEXT,
  title TEXT NOT NULL,
  division TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  body TEXT NOT NULL,
  status TEXT NOT NULL,
  filed_at @INT64@ NOT NULL,
  due_on TEXT,
  fine_fen @INT64@ NOT NULL
) @STRICT@;
CREATE INDEX casefile_division ON casefile (division, filed_at, id);
CREATE INDEX casefile_body ON casefile (body, filed_at, id);
CREATE INDEX casefile_enterprise ON casefile (enterprise, filed_at);

-- One row for each open inspection or case; it goes when the file closes.
CREATE TABLE task (
  stream TEXT @POSTGRES{COLLATE "C"}@ NOT NULL PRIMARY KEY,
  division TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  body TEXT NOT NULL,
  kind TEXT NOT NULL,
  enterprise TEXT,
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  due_on TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  since @INT64@ NOT NULL
) @STRICT@;
CREATE INDEX task_body ON task (body, due_on, stream);
CREATE INDEX task_division ON task (division, due_on, stream);
