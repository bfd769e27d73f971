INSERT INTO checkpoint (tree_size, root_hash, note, recorded_at) VALUES ($1, $2, $3, $4)
