SELECT origin FROM journal_log ORDER BY created_at, origin LIMIT 1
