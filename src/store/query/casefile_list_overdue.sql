-- The list of files past their day, which are few among the open ones.
SELECT c.id, c.version, c.enterprise, c.title, c.division, c.body, b.name, c.status, c.filed_at, c.due_on, c.fine_fen
FROM task t JOIN casefile c ON c.id = substr(t.stream, 6)
LEFT JOIN body b ON b.id = c.body
WHERE c.division >= $1 AND c.division < $2
  AND ($3 = '' OR c.status = $3 OR ($3 = 'open' AND c.status NOT IN ('closed', 'terminated')))
  AND ($4 = '' OR c.enterprise = $4) AND ($5 = '' OR c.body = $5) AND ($6 = '' OR c.due_on < $6)
  AND (c.filed_at < $7 OR (c.filed_at = $7 AND c.id < $8))
  AND ($10 = '' OR EXISTS (
    SELECT 1 FROM file_hand h
    WHERE h.kind = 'case' AND h.id = c.id AND h.role = 'officer' AND h.officer = $10))
  AND ($11 = '' OR c.title LIKE $11)
  AND t.kind = 'case' AND t.division >= $1 AND t.division < $2 AND t.due_on < $6
ORDER BY c.filed_at DESC, c.id DESC LIMIT $9
