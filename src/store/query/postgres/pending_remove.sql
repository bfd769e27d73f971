DELETE FROM pending
WHERE first_id = ANY (ARRAY (SELECT CAST(item AS bigint) FROM jsonb_array_elements_text(CAST($1 AS jsonb)) AS item))
RETURNING first_id
