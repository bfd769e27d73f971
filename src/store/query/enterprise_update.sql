-- NULL leaves a column as it is, '' empties it.
UPDATE enterprise SET
  version = $2,
  name = COALESCE($3, name),
  name_hash = COALESCE($4, name_hash),
  credit_code = NULLIF(COALESCE($5, credit_code), ''),
  type = NULLIF(COALESCE($6, type), ''),
  industry = NULLIF(COALESCE($7, industry), ''),
  scope = NULLIF(COALESCE($8, scope), ''),
  registered_on = NULLIF(COALESCE($9, registered_on), ''),
  registered_capital = NULLIF(COALESCE($10, registered_capital), ''),
  registered_capital_fen = CASE WHEN CAST($10 AS TEXT) IS NULL THEN registered_capital_fen ELSE $11 END,
  address = NULLIF(COALESCE($12, address), ''),
  division = COALESCE($13, division),
  city = COALESCE($14, city),
  legal_representative = NULLIF(COALESCE($15, legal_representative), ''),
  phone = NULLIF(COALESCE($16, phone), ''),
  status = COALESCE($17, status),
  words = COALESCE($18, words),
  places = COALESCE($19, places),
  updated_at = $20
WHERE id = $1
