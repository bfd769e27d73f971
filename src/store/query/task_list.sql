-- The page is cut before the names are joined to it, whatever the planner thinks of its size.
SELECT t.stream, t.kind, t.title, e.name, t.status, t.due_on, t.since, t.division
FROM (
  SELECT * FROM task WHERE body = $1 AND (due_on, stream) > ($2, $3) ORDER BY due_on, stream LIMIT $4) AS t
LEFT JOIN enterprise e ON e.id = t.enterprise
ORDER BY t.due_on, t.stream
