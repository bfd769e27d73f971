SELECT c.command_id, c.outcome, count(e.entry_id)
FROM command AS c LEFT JOIN entry AS e ON e.command_id = c.command_id AND e.actor = c.actor
GROUP BY c.actor, c.command_id, c.outcome
