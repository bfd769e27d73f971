INSERT INTO journal_key (public_key, since) VALUES ($1, $2) ON CONFLICT (public_key) DO NOTHING
