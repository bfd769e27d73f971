INSERT INTO inspection (id, version, enterprise, division, body, status, opened_at, findings, open_findings, due_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (id) DO UPDATE SET version = excluded.version, division = excluded.division, body = excluded.body,
  status = excluded.status, findings = excluded.findings, open_findings = excluded.open_findings, due_on =
    excluded.due_on
