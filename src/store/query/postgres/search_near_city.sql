-- Common words are found among the next rows in order, sooner than through the index of tokens. Tokens stand in their
-- order on both sides, so one pattern ('% a %b %') looks for all of them; what it finds too much the caller drops.
SELECT serial, id, name, credit_code, industry, address, division, status, grade FROM (
  SELECT * FROM enterprise WHERE city = $4 AND serial > $1 ORDER BY serial LIMIT 1024) AS near
WHERE ' ' || words || ' ' LIKE $2 AND ($5 = '%' OR ' ' || kinds || ' ' LIKE $5)
ORDER BY serial LIMIT $3
