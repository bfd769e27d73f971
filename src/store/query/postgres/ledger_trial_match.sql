SELECT number, held FROM import_trial
WHERE job = $1 AND credit_code = ANY (ARRAY (SELECT jsonb_array_elements_text(CAST($2 AS jsonb))))
UNION
SELECT number, held FROM import_trial
WHERE job = $1
  AND name_hash = ANY (ARRAY (SELECT CAST(item AS bigint) FROM jsonb_array_elements_text(CAST($3 AS jsonb)) AS item))
UNION
SELECT number, held FROM import_trial
WHERE job = $1
  AND number = ANY (ARRAY (SELECT CAST(item AS bigint) FROM jsonb_array_elements_text(CAST($4 AS jsonb)) AS item))
ORDER BY number
