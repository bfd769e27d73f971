SELECT s.stream, s.version, count(e.version), max(e.version)
FROM stream AS s LEFT JOIN entry AS e ON e.stream = s.stream
GROUP BY s.stream, s.version
HAVING count(e.version) <> s.version OR coalesce(max(e.version), 0) <> s.version
ORDER BY s.stream LIMIT 1000
