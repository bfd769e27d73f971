INSERT INTO command (actor, command_id, body_hash, outcome, recorded_at) VALUES ($1, $2, $3, $4, $5)
