-- Common words are found among the next rows in order, sooner than through the index of tokens. Tokens stand in their
-- order on both sides, so one pattern ('% a %b %') looks for all of them; what it finds too much the caller drops.
SELECT number, id, name, credit_code, industry, address, division, status, grade FROM (
  SELECT * FROM enterprise WHERE division = $4 AND number > $1 ORDER BY number LIMIT 1024) AS near
WHERE ' ' || words || ' ' LIKE $2 AND ($5 = '%' OR ' ' || kinds || ' ' LIKE $5)
ORDER BY number LIMIT $3
