DELETE FROM export_job WHERE id = $1
