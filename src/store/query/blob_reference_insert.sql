INSERT INTO blob_reference (sha256, kind, file) VALUES ($1, $2, $3) ON CONFLICT (sha256, kind, file) DO NOTHING
