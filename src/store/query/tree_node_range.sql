SELECT node_index, hash FROM tree_node WHERE level = $1 AND node_index BETWEEN $2 AND $3
