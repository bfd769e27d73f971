SELECT id, number FROM file_number WHERE key = $1 AND kind = $2 ORDER BY id LIMIT 200
