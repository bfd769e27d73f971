SELECT leaf FROM entry WHERE stream = $1 AND version = $2
