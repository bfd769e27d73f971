SELECT note FROM checkpoint WHERE tree_size = $1
