SELECT pg_try_advisory_lock(6089118)
