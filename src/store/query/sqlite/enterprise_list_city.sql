SELECT number, id, name, credit_code, industry, address, division, status, grade FROM enterprise
WHERE city = $2 AND number > $1 ORDER BY number LIMIT $3
