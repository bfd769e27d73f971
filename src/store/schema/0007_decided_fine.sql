-- Fines as decided, one row for each charge against each party: what a later case is held against. It follows from the
-- state of the case alone.
CREATE TABLE decided_fine (
  case_id TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  party TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  charge TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  violation TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  subject TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  decided_on TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  fine_fen @INT64@ NOT NULL,
  tier TEXT,
  division TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  PRIMARY KEY (case_id, party, charge)
) @STRICT@;
CREATE INDEX decided_fine_violation ON decided_fine (violation, subject, decided_on, case_id);
