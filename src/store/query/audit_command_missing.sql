SELECT DISTINCT e.actor, e.command_id
FROM entry AS e LEFT JOIN command AS c ON c.command_id = e.command_id AND c.actor = e.actor
WHERE c.command_id IS NULL
