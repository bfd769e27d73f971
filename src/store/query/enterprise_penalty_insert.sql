INSERT INTO enterprise_penalty (enterprise, case_id, party, decided_on, instrument, major_hazard)
VALUES ($1, $2, $3, $4, $5, $6)
