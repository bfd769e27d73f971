SELECT DISTINCT stream FROM entry WHERE leaf LIKE '%' || $1 || '%' ORDER BY stream
