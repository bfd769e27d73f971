-- The tokens name one stretch of the ledger among them. The inner select is a fence: the index of tokens is used
-- however common the planner thinks they are, and it alone (`+ 0` keeps the index of serials away).
WITH found AS MATERIALIZED (
  SELECT serial, id, name, credit_code, industry, address, division, status, grade FROM enterprise
  WHERE string_to_array(words || ' ' || places || ' ' || kinds || ' n' || CAST(serial >> 15 AS TEXT), ' ')
      @> string_to_array($2, ' ')
    AND serial + 0 > $1)
SELECT * FROM found ORDER BY serial LIMIT $3
