SELECT sha256 || '/' || kind || '/' || file FROM blob_reference WHERE sha256 || '/' || kind || '/' || file > $1
  ORDER BY sha256 || '/' || kind || '/' || file LIMIT $2
