-- Whose hands a file lies in: the officers who work on it, a hearing's presider, and the offices of the body that it
-- may wait for. It follows from the state of the file alone; an open file has the day by which it sorts.
CREATE TABLE file_hand (
  kind TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  id TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  role TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  officer TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  body TEXT NOT NULL,
  began_at @INT64@ NOT NULL,
  due_on TEXT @POSTGRES{COLLATE "C"}@,
  PRIMARY KEY (kind, id, role, officer)
) @SQLITE{STRICT, WITHOUT ROWID}@;
CREATE INDEX file_hand_officer ON file_hand (officer, kind, began_at, id, due_on);
CREATE INDEX file_hand_open ON file_hand (body, role, due_on) WHERE due_on IS NOT NULL;

-- Numbers of a file's documents. `key` is the year with the number: "2026-12" of （哈里）应急罚〔2026〕12号.
CREATE TABLE file_number (
  kind TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  id TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  number TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  key TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  PRIMARY KEY (kind, id, number)
) @SQLITE{STRICT, WITHOUT ROWID}@;
CREATE INDEX file_number_key ON file_number (key, kind);
