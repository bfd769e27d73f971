SELECT stream FROM stream WHERE stream > $1 ORDER BY stream LIMIT $2
