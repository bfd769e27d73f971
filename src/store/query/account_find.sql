SELECT name, officer, password_hash, disabled_at FROM account WHERE name = $1
