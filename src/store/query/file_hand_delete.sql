DELETE FROM file_hand WHERE kind = $1 AND id = $2
