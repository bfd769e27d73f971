SELECT DISTINCT e.stream FROM entry AS e LEFT JOIN stream AS s ON s.stream = e.stream
WHERE s.stream IS NULL ORDER BY e.stream LIMIT 1000
