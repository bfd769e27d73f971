INSERT INTO erasure (commitment, stream, actor, reason, erased_at) VALUES ($1, $2, $3, $4, $5)
