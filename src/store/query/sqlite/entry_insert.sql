INSERT INTO entry (stream, version, type, actor, command_id, recorded_at, leaf) VALUES ($1, $2, $3, $4, $5, $6, $7)
