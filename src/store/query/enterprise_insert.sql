INSERT INTO enterprise (number, id, version, name, name_hash, credit_code, type, industry, scope, registered_on,
                        registered_capital, registered_capital_fen, address, division, city, legal_representative,
                          phone,
                        status, words, places, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
