INSERT INTO blob (sha256, size, media_type, recorded_at) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING
