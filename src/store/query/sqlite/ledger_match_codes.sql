SELECT number, id, version, name, credit_code, type, industry, scope, registered_on, registered_capital, address,
  division,
       legal_representative, phone, status
FROM enterprise WHERE credit_code IN (SELECT value FROM json_each($1)) ORDER BY number
