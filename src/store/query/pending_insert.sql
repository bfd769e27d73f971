INSERT INTO pending (first_id, last_id) VALUES ($1, $2)
