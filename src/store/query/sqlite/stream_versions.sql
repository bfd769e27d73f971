SELECT stream, version FROM stream WHERE stream IN (SELECT value FROM json_each($1)) ORDER BY stream
