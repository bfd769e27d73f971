UPDATE account SET password_hash = $2, password_changed_at = $3 WHERE name = $1
