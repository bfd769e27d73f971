SELECT case_id, party, decided_on, instrument, major_hazard FROM enterprise_penalty
WHERE enterprise = $1 ORDER BY decided_on, case_id, party, instrument
