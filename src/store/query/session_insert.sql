INSERT INTO session (token_hash, account, address, created_at, last_seen_at) VALUES ($1, $2, $3, $4, $4)
