SELECT id FROM import_job WHERE file_sha256 = $1 AND actor = $2 AND state = 'running' ORDER BY started_at DESC LIMIT 1
