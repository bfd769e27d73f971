SELECT body_hash, outcome, recorded_at FROM command WHERE actor = $1 AND command_id = $2
