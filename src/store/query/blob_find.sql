SELECT size, media_type, recorded_at FROM blob WHERE sha256 = $1
