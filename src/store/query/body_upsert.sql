INSERT INTO body (id, version, name, level, kind, division, parent) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, level = excluded.level,
  kind = excluded.kind, division = excluded.division, parent = excluded.parent
