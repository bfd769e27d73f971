-- Two ids of one millisecond may lead to one number: the later enterprise takes the next that is free.
INSERT INTO enterprise (number, id, version, name, name_hash, credit_code, type, industry, scope, registered_on,
                        registered_capital, registered_capital_fen, address, division, city, legal_representative,
                          phone,
                        status, words, places, updated_at)
VALUES (CASE WHEN NOT EXISTS (SELECT 1 FROM enterprise WHERE number = $1) THEN $1 ELSE (
          SELECT e.number + 1 FROM enterprise e
          WHERE e.number >= $1 AND NOT EXISTS (SELECT 1 FROM enterprise n WHERE n.number = e.number + 1)
          ORDER BY e.number LIMIT 1) END,
        $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
