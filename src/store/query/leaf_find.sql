SELECT leaf_index FROM leaf WHERE entry_id = (SELECT entry_id FROM entry WHERE stream = $1 AND version = $2)
