-- The list along the files in one officer's hands.
SELECT c.id, c.version, c.enterprise, c.title, c.division, c.body, b.name, c.status, c.filed_at, c.due_on, c.fine_fen
FROM file_hand h JOIN casefile c ON c.id = h.id
LEFT JOIN body b ON b.id = c.body
WHERE c.division >= $1 AND c.division < $2
  AND ($3 = '' OR c.status = $3 OR ($3 = 'open' AND c.status NOT IN ('closed', 'terminated')))
  AND ($4 = '' OR c.enterprise = $4) AND ($5 = '' OR c.body = $5) AND ($6 = '' OR c.due_on < $6)
  AND (c.filed_at < $7 OR (c.filed_at = $7 AND c.id < $8))
  AND ($11 = '' OR c.title LIKE $11)
  AND h.officer = $10 AND h.kind = 'case' AND h.role = 'officer'
  AND (h.began_at < $7 OR (h.began_at = $7 AND h.id < $8))
ORDER BY h.began_at DESC, h.id DESC LIMIT $9
