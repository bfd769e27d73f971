SELECT row_number, credit_code, name, result, remarks FROM import_report
WHERE job = $1 AND row_number > $2 AND (result = $4 OR $4 = '') ORDER BY row_number LIMIT $3
