SELECT number, id, name, credit_code, industry, address, division, status, grade FROM enterprise
WHERE credit_code >= $1 AND credit_code < $2 AND substr(division, 1, length(CAST($3 AS TEXT))) = $3
  AND (credit_code, number) > ($4, $5)
ORDER BY credit_code, number LIMIT $6
