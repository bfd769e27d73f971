INSERT INTO casefile (id, version, enterprise, title, division, body, status, filed_at, due_on, fine_fen)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (id) DO UPDATE SET version = excluded.version, title = excluded.title, division = excluded.division,
  body = excluded.body, status = excluded.status, due_on = excluded.due_on, fine_fen = excluded.fine_fen
