SELECT kind || '/' || id || '/' || number, key FROM file_number WHERE kind || '/' || id || '/' || number > $1
  ORDER BY kind || '/' || id || '/' || number LIMIT $2
