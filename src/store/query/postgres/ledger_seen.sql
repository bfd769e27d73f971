SELECT enterprise, row_number FROM import_seen
WHERE job = $1
  AND enterprise = ANY (ARRAY (SELECT CAST(item AS bigint) FROM jsonb_array_elements_text(CAST($2 AS jsonb)) AS item))
