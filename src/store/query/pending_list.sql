SELECT first_id, last_id FROM pending ORDER BY first_id LIMIT $1
