SELECT number, id, version, name, credit_code, type, industry, scope, registered_on, registered_capital, address,
  division,
       legal_representative, phone, status
FROM enterprise WHERE name_hash IN (SELECT value FROM json_each($1)) ORDER BY number
