SELECT case_id, decided_on, fine_fen, tier, division FROM decided_fine
WHERE violation = $1 AND subject = $2 AND case_id <> $3 AND stage = $4
ORDER BY decided_on DESC, case_id LIMIT $5
