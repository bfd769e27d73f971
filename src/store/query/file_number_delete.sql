DELETE FROM file_number WHERE kind = $1 AND id = $2
