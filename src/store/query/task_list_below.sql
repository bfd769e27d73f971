SELECT t.stream, t.kind, t.title, e.name, t.status, t.due_on, t.since, t.division
FROM task t LEFT JOIN enterprise e ON e.id = t.enterprise
WHERE t.division >= $1 AND t.division < $2 AND (t.due_on > $3 OR (t.due_on = $3 AND t.stream > $4))
ORDER BY t.due_on, t.stream LIMIT $5
