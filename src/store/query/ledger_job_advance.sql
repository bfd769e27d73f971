UPDATE import_job SET state = $2, updated_at = $3, progress = $4 WHERE id = $1 AND state = $6 AND progress = $5
RETURNING id
