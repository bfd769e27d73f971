-- The list of files whose enterprise ($12) or document ($13) was found by its words.
SELECT c.id, c.version, c.enterprise, c.title, c.division, c.body, b.name, c.status, c.filed_at, c.due_on, c.fine_fen
FROM casefile c
LEFT JOIN body b ON b.id = c.body
WHERE c.division >= $1 AND c.division < $2
  AND ($3 = '' OR c.status = $3 OR ($3 = 'open' AND c.status NOT IN ('closed', 'terminated')))
  AND ($4 = '' OR c.enterprise = $4) AND ($5 = '' OR c.body = $5) AND ($6 = '' OR c.due_on < $6)
  AND (c.filed_at < $7 OR (c.filed_at = $7 AND c.id < $8))
  AND ($10 = '' OR EXISTS (
    SELECT 1 FROM file_hand h
    WHERE h.kind = 'case' AND h.id = c.id AND h.role = 'officer' AND h.officer = $10))
  AND ($11 = '' OR c.title LIKE $11)
  AND (c.enterprise = ANY (ARRAY (SELECT jsonb_array_elements_text(CAST($12 AS jsonb))))
    OR c.id = ANY (ARRAY (SELECT jsonb_array_elements_text(CAST($13 AS jsonb)))))
ORDER BY c.filed_at DESC, c.id DESC LIMIT $9
