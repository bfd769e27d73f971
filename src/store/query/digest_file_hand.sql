SELECT kind || '/' || id || '/' || role || '/' || officer, body, began_at, due_on FROM file_hand WHERE
  kind || '/' || id || '/' || role || '/' || officer > $1 ORDER BY kind || '/' || id || '/' || role || '/' || officer
  LIMIT $2
