SELECT serial, id, name, credit_code, industry, address, division, status, grade FROM enterprise
WHERE substr(division, 1, length(CAST($2 AS TEXT))) = $2 AND serial > $1 ORDER BY serial LIMIT $3
