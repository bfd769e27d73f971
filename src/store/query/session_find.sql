SELECT s.account, a.officer, s.created_at, s.last_seen_at
FROM session s JOIN account a ON a.name = s.account
WHERE s.token_hash = $1 AND a.disabled_at IS NULL
