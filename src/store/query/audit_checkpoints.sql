SELECT tree_size, root_hash, note FROM checkpoint WHERE tree_size > $1 ORDER BY tree_size LIMIT $2
