INSERT INTO blob_upload (sha256, officer, recorded_at) VALUES ($1, $2, $3) ON CONFLICT (sha256, officer) DO NOTHING
