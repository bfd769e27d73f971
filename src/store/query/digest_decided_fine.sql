SELECT case_id || '/' || party || '/' || charge, violation, subject, decided_on, fine_fen, tier, division, stage FROM
  decided_fine WHERE case_id || '/' || party || '/' || charge > $1 ORDER BY case_id || '/' || party || '/' || charge
  LIMIT $2
