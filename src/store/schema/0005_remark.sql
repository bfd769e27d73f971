-- What colleagues say to each other about a file. No part of the file: outside the journal, gone with the database.
CREATE TABLE remark (
  id TEXT NOT NULL PRIMARY KEY,
  stream TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  author TEXT NOT NULL,
  written_at @INT64@ NOT NULL,
  text TEXT NOT NULL
) @STRICT@;
CREATE INDEX remark_stream ON remark (stream, written_at);
