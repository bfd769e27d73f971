SELECT leaf_index, leaf_hash FROM leaf WHERE leaf_index BETWEEN $1 AND $2 ORDER BY leaf_index
