SELECT t.body, b.name, t.kind, count(*), sum(CASE WHEN t.due_on < $3 THEN 1 ELSE 0 END),
  sum(CASE WHEN t.due_on >= $3 AND t.due_on <= $4 THEN 1 ELSE 0 END)
FROM task t LEFT JOIN body b ON b.id = t.body
WHERE t.division >= $1 AND t.division < $2 GROUP BY t.body, b.name, t.kind ORDER BY t.body, t.kind
