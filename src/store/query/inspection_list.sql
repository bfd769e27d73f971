SELECT i.id, i.version, i.enterprise, e.name, i.division, i.body, b.name, i.status, i.opened_at, i.findings,
  i.open_findings, i.due_on
FROM inspection i LEFT JOIN enterprise e ON e.id = i.enterprise LEFT JOIN body b ON b.id = i.body
WHERE i.division >= $1 AND i.division < $2 AND ($3 = '' OR i.status = $3) AND ($4 = '' OR i.enterprise = $4)
  AND (i.opened_at < $5 OR (i.opened_at = $5 AND i.id < $6))
ORDER BY i.opened_at DESC, i.id DESC LIMIT $7
