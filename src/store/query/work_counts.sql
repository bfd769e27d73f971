-- How many files lie in the caller's hands, and how many are open in his body.
SELECT (SELECT count(*) FROM (
  SELECT kind || '/' || id AS stream, due_on FROM file_hand
  WHERE officer = $1 AND kind IN ('case', 'inspection') AND due_on IS NOT NULL
  UNION
  SELECT kind || '/' || id, due_on FROM file_hand
  WHERE body = $2 AND role = $3 AND due_on IS NOT NULL
  UNION
  SELECT kind || '/' || id, due_on FROM file_hand
  WHERE body = $2 AND role = $4 AND due_on IS NOT NULL) AS own),
  (SELECT count(*) FROM task WHERE body = $2)
