-- What an officer keeps for himself on the desk: saved filters, the columns of a list. No part of any file.
CREATE TABLE kept_choice (
  officer TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  kept_at @INT64@ NOT NULL,
  PRIMARY KEY (officer, name)
) @STRICT@;
