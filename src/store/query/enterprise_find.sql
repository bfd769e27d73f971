SELECT id, version, name, credit_code, type, industry, scope, registered_on, registered_capital, registered_capital_fen,
       address, division, legal_representative, phone, status, updated_at
FROM enterprise WHERE id = $1
