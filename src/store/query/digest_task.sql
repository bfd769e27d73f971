SELECT stream, division, body, kind, enterprise, title, status, due_on, since FROM task WHERE stream > $1 ORDER BY
  stream LIMIT $2
