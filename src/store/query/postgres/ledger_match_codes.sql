SELECT number, id, version, name, credit_code, type, industry, scope, registered_on, registered_capital, address,
  division,
       legal_representative, phone, status
FROM enterprise WHERE credit_code = ANY (ARRAY (SELECT jsonb_array_elements_text(CAST($1 AS jsonb)))) ORDER BY number
