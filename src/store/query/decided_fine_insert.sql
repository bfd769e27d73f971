INSERT INTO decided_fine (case_id, party, charge, violation, subject, decided_on, fine_fen, tier, division, stage)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
