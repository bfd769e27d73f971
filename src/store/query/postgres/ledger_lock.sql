SELECT 1 FROM (SELECT pg_advisory_xact_lock(6089118)) AS locked
