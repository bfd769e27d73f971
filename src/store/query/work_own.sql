-- What lies in the caller's hands and in those of the offices he holds; $3 and $4 are these offices, '' without one.
SELECT t.stream, t.kind, t.title, e.name, t.status, t.due_on, t.since, t.division
FROM (
  SELECT kind || '/' || id AS stream, due_on FROM file_hand
  WHERE officer = $1 AND kind IN ('case', 'inspection') AND due_on IS NOT NULL
  UNION
  SELECT kind || '/' || id, due_on FROM file_hand
  WHERE body = $2 AND role = $3 AND due_on IS NOT NULL
  UNION
  SELECT kind || '/' || id, due_on FROM file_hand
  WHERE body = $2 AND role = $4 AND due_on IS NOT NULL) AS own
JOIN task t ON t.stream = own.stream LEFT JOIN enterprise e ON e.id = t.enterprise
WHERE t.division >= $5 AND t.division < $6 AND (own.due_on, own.stream) > ($7, $8)
ORDER BY own.due_on, own.stream LIMIT $9
