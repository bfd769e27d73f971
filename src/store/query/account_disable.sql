UPDATE account SET disabled_at = $2 WHERE name = $1
