DELETE FROM import_report WHERE job = $1
