SELECT c.id, c.version, c.enterprise, c.title, c.division, c.body, b.name, c.status, c.filed_at, c.due_on, c.fine_fen
FROM casefile c LEFT JOIN body b ON b.id = c.body
WHERE c.division >= $1 AND c.division < $2 AND ($3 = '' OR c.status = $3) AND ($4 = '' OR c.enterprise = $4)
  AND (c.filed_at < $5 OR (c.filed_at = $5 AND c.id < $6))
ORDER BY c.filed_at DESC, c.id DESC LIMIT $7
