SELECT e.job, o.name, b.name
FROM export_job e JOIN officer o ON o.id = e.actor JOIN body b ON b.id = o.body
WHERE b.division >= $1 AND b.division < $2 ORDER BY e.started_at DESC, e.id LIMIT $3
