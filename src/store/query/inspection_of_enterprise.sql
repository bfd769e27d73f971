SELECT i.id, i.version, i.enterprise, e.name, i.division, i.body, b.name, i.status, i.opened_at, i.findings,
  i.open_findings, i.due_on
FROM inspection i LEFT JOIN enterprise e ON e.id = i.enterprise LEFT JOIN body b ON b.id = i.body
WHERE i.enterprise = $1
ORDER BY i.opened_at DESC, i.id DESC LIMIT $2
