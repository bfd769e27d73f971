INSERT INTO officer (id, version, name, body, rank, duties, left_on, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, body = excluded.body,
  rank = excluded.rank, duties = excluded.duties, left_on = excluded.left_on, state = excluded.state
