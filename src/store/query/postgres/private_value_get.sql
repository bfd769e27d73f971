SELECT commitment, salt, value FROM private_value
WHERE commitment = ANY (ARRAY (SELECT decode(item, 'hex') FROM jsonb_array_elements_text(CAST($1 AS jsonb)) AS item))
