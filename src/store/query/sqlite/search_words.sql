SELECT e.number, e.id, e.name, e.credit_code, e.industry, e.address, e.division, e.status, e.grade
FROM enterprise_search AS s
  JOIN enterprise AS e ON e.number = s.rowid
WHERE s.enterprise_search MATCH $2 AND s.rowid > $1 ORDER BY s.rowid LIMIT $3
