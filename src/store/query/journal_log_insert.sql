INSERT INTO journal_log (origin, created_at) SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM journal_log)
