WITH made AS (
  INSERT INTO entry (stream, version, type, actor, command_id, recorded_at, leaf) VALUES ($1, $2, $3, $4, $5, $6, $7)
  RETURNING entry_id)
INSERT INTO pending (first_id, last_id) SELECT entry_id, entry_id FROM made
