SELECT id, version, name, body, rank, duties, left_on, state FROM officer WHERE id > $1 ORDER BY id LIMIT $2
