SELECT public_key FROM journal_key ORDER BY since, public_key
