INSERT INTO document_number (body, kind, year, number, state, stream) VALUES ($1, $2, $3, $4, 'used', $5)
