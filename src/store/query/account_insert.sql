INSERT INTO account (name, officer, password_hash, created_at, password_changed_at) VALUES ($1, $2, $3, $4, $5)
