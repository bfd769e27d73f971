SELECT j.id, j.file_name, j.actor, o.name, b.name, j.state, j.started_at, j.updated_at, j.progress, j.problem
FROM import_job j JOIN officer o ON o.id = j.actor JOIN body b ON b.id = o.body
WHERE b.division >= $1 AND b.division < $2 ORDER BY j.started_at DESC, j.id LIMIT $3
