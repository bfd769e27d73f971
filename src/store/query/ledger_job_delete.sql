DELETE FROM import_job WHERE id = $1 AND state IN ('waiting', 'checked', 'failed') RETURNING id
