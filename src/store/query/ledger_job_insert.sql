INSERT INTO import_job (id, file_sha256, file_name, actor, state, first_number, started_at, updated_at, progress)
VALUES ($1, $2, $3, $4, 'running', $5, $6, $6, $7)
