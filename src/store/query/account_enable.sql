UPDATE account SET disabled_at = NULL, password_hash = $2, password_changed_at = $3
WHERE name = $1 AND disabled_at IS NOT NULL RETURNING name
