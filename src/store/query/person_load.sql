-- Open files of each officer who works on files of a body.
SELECT h.officer, o.name, h.kind, count(*), CAST(sum(CASE WHEN h.due_on < $2 THEN 1 ELSE 0 END) AS BIGINT)
FROM file_hand h LEFT JOIN officer o ON o.id = h.officer
WHERE h.body = $1 AND h.role = 'officer' AND h.due_on IS NOT NULL
GROUP BY h.officer, o.name, h.kind ORDER BY h.officer, h.kind
