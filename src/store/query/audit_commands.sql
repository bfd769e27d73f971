SELECT actor, command_id, body_hash, outcome FROM command
WHERE (actor, command_id) > ($1, $2) ORDER BY actor, command_id LIMIT $3
