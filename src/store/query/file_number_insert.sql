INSERT INTO file_number (kind, id, number, key) VALUES ($1, $2, $3, $4)
