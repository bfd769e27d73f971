SELECT number, id, version, name, credit_code, type, industry, scope, registered_on, registered_capital, address,
  division,
       legal_representative, phone, status
FROM enterprise
WHERE name_hash = ANY (ARRAY (SELECT CAST(item AS bigint) FROM jsonb_array_elements_text(CAST($1 AS jsonb)) AS item))
ORDER BY number
