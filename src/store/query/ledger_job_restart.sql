UPDATE import_job SET state = $2, updated_at = $3, progress = $4, first_number = $5, layout = $6, header_hash = $7,
  problem = NULL
WHERE id = $1 AND state IN ('waiting', 'checked', 'failed') RETURNING id
