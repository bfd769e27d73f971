DELETE FROM import_seen WHERE job = $1
