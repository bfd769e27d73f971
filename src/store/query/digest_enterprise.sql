SELECT id, version, name, credit_code, type, industry, scope, registered_on, registered_capital,
  registered_capital_fen, address, division, city, legal_representative, phone, status, words, places, grade, kinds
  FROM enterprise
  WHERE id > $1 ORDER BY id LIMIT $2
