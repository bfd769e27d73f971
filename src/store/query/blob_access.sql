SELECT EXISTS (SELECT 1 FROM blob WHERE sha256 = $1),
  EXISTS (SELECT 1 FROM blob_upload WHERE sha256 = $2 AND officer = $3),
  EXISTS (SELECT 1 FROM blob_reference WHERE sha256 = $2),
  EXISTS (
    SELECT 1 FROM blob_reference AS r JOIN inspection AS i ON i.id = r.file
    WHERE r.sha256 = $2 AND r.kind = 'inspection'
      AND substr(i.division, 1, length($4)) = $4 AND ($5 = '' OR i.body = $5)
    UNION ALL
    SELECT 1 FROM blob_reference AS r JOIN casefile AS c ON c.id = r.file
    WHERE r.sha256 = $2 AND r.kind = 'case'
      AND substr(c.division, 1, length($4)) = $4 AND ($5 = '' OR c.body = $5))
