SELECT leaf FROM entry
WHERE stream = ANY (ARRAY (SELECT jsonb_array_elements_text(CAST($1 AS jsonb))))
ORDER BY stream, version
