SELECT id, version, name, level, kind, division, parent FROM body WHERE id > $1 ORDER BY id LIMIT $2
