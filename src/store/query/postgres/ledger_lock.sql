SELECT 1 FROM (SELECT pg_advisory_xact_lock(6089119)) AS locked
