SELECT e.entry_id, e.stream, e.version, e.type, e.actor, e.command_id, e.recorded_at, e.leaf,
  EXISTS (SELECT 1 FROM pending AS p WHERE e.entry_id BETWEEN p.first_id AND p.last_id)
FROM entry AS e LEFT JOIN leaf AS l ON l.entry_id = e.entry_id
WHERE l.entry_id IS NULL AND e.entry_id > $1 ORDER BY e.entry_id LIMIT $2
