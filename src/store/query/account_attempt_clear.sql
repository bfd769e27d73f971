DELETE FROM login_attempt WHERE name_hash = $1
