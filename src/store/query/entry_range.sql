SELECT entry_id, leaf FROM entry WHERE entry_id BETWEEN $1 AND $2 ORDER BY entry_id
