-- Common words are found among the next rows in order, sooner than through the index of tokens. Tokens stand in their
-- order on both sides, so one pattern looks for all of them; what it finds too much the caller drops.
SELECT number, id, name, credit_code, industry, address, division, status FROM (
  SELECT * FROM enterprise WHERE number > $1 ORDER BY number LIMIT 4000) AS near
WHERE substr(division, 1, length(CAST($4 AS TEXT))) = $4
  AND ' ' || words || ' ' LIKE '% ' || replace(CAST($2 AS text), ' ', ' %') || ' %' ORDER BY number LIMIT $3
