INSERT INTO export_job (id, actor, job, started_at) VALUES ($1, $2, $3, $4)
