UPDATE export_job SET job = $2 WHERE id = $1 RETURNING id
