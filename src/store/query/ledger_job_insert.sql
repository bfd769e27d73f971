INSERT INTO import_job (id, file_sha256, file_name, actor, state, first_number, started_at, updated_at, progress,
  layout, header_hash, problem)
VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, NULL)
