SELECT tree_size, root_hash, note, recorded_at FROM checkpoint ORDER BY tree_size DESC LIMIT 1
