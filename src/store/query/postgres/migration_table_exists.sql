SELECT 1 FROM pg_class WHERE oid = to_regclass('schema_migration')
