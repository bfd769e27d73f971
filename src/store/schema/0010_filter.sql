-- Filters of the ledger: tokens of risk grade, industry and registered status beside those of name and place. An
-- industry has those of its section, division, group and class (GB/T 4754-2017).
ALTER TABLE enterprise ADD COLUMN grade TEXT;
ALTER TABLE enterprise ADD COLUMN kinds TEXT GENERATED ALWAYS AS (
  coalesce('gr' || grade || ' ', '')
  || coalesce('in' || substr(ltrim(industry, 'ABCDEFGHIJKLMNOPQRST'), 1, 2)
    || ' in' || substr(ltrim(industry, 'ABCDEFGHIJKLMNOPQRST'), 1, 3)
    || ' in' || substr(ltrim(industry, 'ABCDEFGHIJKLMNOPQRST'), 1, 4)
    || ' in' || CASE
      WHEN substr(industry, 1, 1) >= 'A' THEN lower(substr(industry, 1, 1))
      WHEN substr(industry, 1, 2) <= '05' THEN 'a' WHEN substr(industry, 1, 2) <= '12' THEN 'b'
      WHEN substr(industry, 1, 2) <= '43' THEN 'c' WHEN substr(industry, 1, 2) <= '46' THEN 'd'
      WHEN substr(industry, 1, 2) <= '50' THEN 'e' WHEN substr(industry, 1, 2) <= '52' THEN 'f'
      WHEN substr(industry, 1, 2) <= '60' THEN 'g' WHEN substr(industry, 1, 2) <= '62' THEN 'h'
      WHEN substr(industry, 1, 2) <= '65' THEN 'i' WHEN substr(industry, 1, 2) <= '69' THEN 'j'
      WHEN substr(industry, 1, 2) <= '70' THEN 'k' WHEN substr(industry, 1, 2) <= '72' THEN 'l'
      WHEN substr(industry, 1, 2) <= '75' THEN 'm' WHEN substr(industry, 1, 2) <= '79' THEN 'n'
      WHEN substr(industry, 1, 2) <= '82' THEN 'o' WHEN substr(industry, 1, 2) <= '83' THEN 'p'
      WHEN substr(industry, 1, 2) <= '85' THEN 'q' WHEN substr(industry, 1, 2) <= '90' THEN 'r'
      WHEN substr(industry, 1, 2) <= '96' THEN 's' ELSE 't' END || ' ', '')
  || 'st' || status
) @SQLITE{VIRTUAL}@@POSTGRES{STORED}@;
@SQLITE{
DROP TABLE enterprise_search;
CREATE VIRTUAL TABLE enterprise_search USING fts5 (
  words, places, kinds, content = 'enterprise', content_rowid = 'number', detail = none, columnsize = 0,
  tokenize = 'ascii');
INSERT INTO enterprise_search (enterprise_search) VALUES ('rebuild');
}@
@POSTGRES{
DROP INDEX enterprise_search;
CREATE INDEX enterprise_search ON enterprise
  USING gin (string_to_array(words || ' ' || places || ' ' || kinds || ' n' || CAST(serial >> 15 AS TEXT), ' '));
}@
