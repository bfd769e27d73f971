-- Common words are found among the next rows in order, sooner than through the index of tokens.
SELECT number, id, name, credit_code, industry, address, division, status FROM (
  SELECT * FROM enterprise WHERE substr(division, 1, length(CAST($4 AS TEXT))) = $4 AND number > $1 ORDER BY number
    LIMIT 4000) AS near
WHERE string_to_array(words, ' ') @> string_to_array($2, ' ') ORDER BY number LIMIT $3
