SELECT t.stream, t.kind, t.title, e.name, t.status, t.due_on, t.since, t.division
FROM task t LEFT JOIN enterprise e ON e.id = t.enterprise
WHERE t.body = $1 AND (t.due_on, t.stream) > ($2, $3)
ORDER BY t.due_on, t.stream LIMIT $4
