SELECT id, version, enterprise, division, body, status, opened_at, findings, open_findings, due_on FROM inspection
  WHERE id > $1 ORDER BY id LIMIT $2
