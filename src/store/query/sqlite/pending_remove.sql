DELETE FROM pending WHERE first_id IN (SELECT value FROM json_each($1)) RETURNING first_id
