SELECT stream FROM remark WHERE id > $1 ORDER BY id LIMIT $2
