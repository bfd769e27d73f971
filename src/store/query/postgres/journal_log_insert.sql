INSERT INTO journal_log (origin, created_at)
SELECT CAST($1 AS TEXT), CAST($2 AS BIGINT) WHERE NOT EXISTS (SELECT 1 FROM journal_log)
