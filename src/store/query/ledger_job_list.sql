SELECT id, file_sha256, file_name, actor, state, first_number, started_at, updated_at, progress, layout, header_hash,
  problem
FROM import_job WHERE actor = $1 OR $1 = '' ORDER BY started_at DESC, id LIMIT $2
