SELECT e.stream, e.leaf FROM leaf l JOIN entry e ON e.entry_id = l.entry_id
WHERE l.leaf_index >= $1 ORDER BY l.leaf_index LIMIT $2
