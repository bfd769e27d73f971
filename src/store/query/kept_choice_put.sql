INSERT INTO kept_choice (officer, name, value, kept_at)
SELECT $1, $2, $3, $4 WHERE (SELECT count(*) FROM kept_choice WHERE officer = $1 AND name <> $2) < $5
ON CONFLICT (officer, name) DO UPDATE SET value = excluded.value, kept_at = excluded.kept_at
RETURNING name
