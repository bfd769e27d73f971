-- The inner select is a fence: the index of tokens is used however common the planner thinks they are.
WITH found AS MATERIALIZED (
  SELECT number, id, name, credit_code, industry, address, division, status FROM enterprise
  WHERE string_to_array(words || ' ' || places, ' ') @> string_to_array($2, ' ') AND number > $1)
SELECT * FROM found ORDER BY number LIMIT $3
