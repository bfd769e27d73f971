SELECT serial, id, name, credit_code, industry, address, division, status, grade FROM enterprise
WHERE division = $2 AND serial > $1 ORDER BY serial LIMIT $3
