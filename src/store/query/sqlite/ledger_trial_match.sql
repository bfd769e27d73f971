SELECT number, held FROM import_trial WHERE job = $1 AND credit_code IN (SELECT value FROM json_each($2))
UNION
SELECT number, held FROM import_trial WHERE job = $1 AND name_hash IN (SELECT value FROM json_each($3))
UNION
SELECT number, held FROM import_trial WHERE job = $1 AND number IN (SELECT CAST(value AS INTEGER) FROM json_each($4))
ORDER BY number
