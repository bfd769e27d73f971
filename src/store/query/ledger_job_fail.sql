UPDATE import_job SET state = 'failed', updated_at = $2, problem = $3
WHERE id = $1 AND state IN ('checking', 'running') RETURNING id
