SELECT l.leaf_index, l.leaf_hash, l.entry_id, e.stream, e.version, e.type, e.actor, e.command_id, e.recorded_at, e.leaf
FROM leaf AS l LEFT JOIN entry AS e ON e.entry_id = l.entry_id
WHERE l.leaf_index >= $1 ORDER BY l.leaf_index LIMIT $2
