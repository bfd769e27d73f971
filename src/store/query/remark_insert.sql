INSERT INTO remark (id, stream, author, written_at, text) VALUES ($1, $2, $3, $4, $5)
