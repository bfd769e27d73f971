DELETE FROM import_trial WHERE job = $1
