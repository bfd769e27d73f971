SELECT c.id, c.version, c.enterprise, c.title, c.division, c.body, b.name, c.status, c.filed_at, c.due_on, c.fine_fen
FROM casefile c LEFT JOIN body b ON b.id = c.body
WHERE c.enterprise = $1
ORDER BY c.filed_at DESC, c.id DESC LIMIT $2
