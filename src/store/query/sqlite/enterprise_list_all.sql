SELECT number, id, name, credit_code, industry, address, division, status, grade FROM enterprise
WHERE substr(division, 1, length(CAST($2 AS TEXT))) = $2 AND number > $1 ORDER BY number LIMIT $3
