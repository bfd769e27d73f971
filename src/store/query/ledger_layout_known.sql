SELECT layout FROM import_job WHERE actor = $1 AND header_hash = $2 AND state = 'done' ORDER BY started_at DESC LIMIT 1
