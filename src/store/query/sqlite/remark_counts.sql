SELECT stream, count(*), max(CASE WHEN author <> $2 THEN id END) FROM remark
WHERE stream IN (SELECT value FROM json_each($1)) GROUP BY stream
