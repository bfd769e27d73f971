SELECT stream, version FROM stream
WHERE stream = ANY (ARRAY (SELECT jsonb_array_elements_text(CAST($1 AS jsonb))))
ORDER BY stream FOR UPDATE
