INSERT INTO stream (stream, version) VALUES ($1, $2)
