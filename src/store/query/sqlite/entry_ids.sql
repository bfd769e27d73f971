WITH RECURSIVE made (id, left_over) AS (
  SELECT (SELECT coalesce(max(entry_id), 0) + 1 FROM entry), $1
  UNION ALL SELECT id + 1, left_over - 1 FROM made WHERE left_over > 1)
SELECT id FROM made
