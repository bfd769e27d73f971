SELECT i.id, i.version, i.enterprise, e.name, i.division, i.body, b.name, i.status, i.opened_at, i.findings,
  i.open_findings, i.due_on
FROM inspection i
LEFT JOIN enterprise e ON e.id = i.enterprise LEFT JOIN body b ON b.id = i.body
WHERE i.division >= $1 AND i.division < $2
  AND ($3 = '' OR i.status = $3 OR ($3 = 'open' AND i.status <> 'closed'))
  AND ($4 = '' OR i.enterprise = $4) AND ($5 = '' OR i.body = $5) AND ($6 = '' OR i.due_on < $6)
  AND (i.opened_at < $7 OR (i.opened_at = $7 AND i.id < $8))
  AND ($10 = '' OR EXISTS (
    SELECT 1 FROM file_hand h
    WHERE h.kind = 'inspection' AND h.id = i.id AND h.role = 'officer' AND h.officer = $10))
  AND ($11 = '' OR e.name LIKE $11)
ORDER BY i.opened_at DESC, i.id DESC LIMIT $9
