-- The first number from $1 on that no enterprise has.
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM enterprise WHERE number = $1) THEN $1 ELSE (
  SELECT e.number + 1 FROM enterprise e
  WHERE e.number >= $1 AND NOT EXISTS (SELECT 1 FROM enterprise n WHERE n.number = e.number + 1)
  ORDER BY e.number LIMIT 1) END
