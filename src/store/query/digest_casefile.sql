SELECT id, version, enterprise, title, division, body, status, filed_at, due_on, fine_fen FROM casefile WHERE id > $1
  ORDER BY id LIMIT $2
