-- The list along the files in one officer's hands.
SELECT i.id, i.version, i.enterprise, e.name, i.division, i.body, b.name, i.status, i.opened_at, i.findings,
  i.open_findings, i.due_on
FROM file_hand h JOIN inspection i ON i.id = h.id
LEFT JOIN enterprise e ON e.id = i.enterprise LEFT JOIN body b ON b.id = i.body
WHERE i.division >= $1 AND i.division < $2
  AND ($3 = '' OR i.status = $3 OR ($3 = 'open' AND i.status <> 'closed'))
  AND ($4 = '' OR i.enterprise = $4) AND ($5 = '' OR i.body = $5) AND ($6 = '' OR i.due_on < $6)
  AND (i.opened_at < $7 OR (i.opened_at = $7 AND i.id < $8))
  AND ($11 = '' OR e.name LIKE $11)
  AND h.officer = $10 AND h.kind = 'inspection' AND h.role = 'officer'
  AND (h.began_at < $7 OR (h.began_at = $7 AND h.id < $8))
ORDER BY h.began_at DESC, h.id DESC LIMIT $9
