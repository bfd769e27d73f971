INSERT INTO task (stream, division, body, kind, enterprise, title, status, due_on, since)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (stream) DO UPDATE SET division = excluded.division, body = excluded.body, title = excluded.title,
  status = excluded.status, due_on = excluded.due_on
