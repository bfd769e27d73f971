INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES ($1, $2, $3, CURRENT_TIMESTAMP)
