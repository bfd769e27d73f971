SELECT f.decided_on, CAST(sum(f.fine_fen) AS BIGINT) FROM casefile c JOIN decided_fine f ON f.case_id = c.id
WHERE c.enterprise = $1 AND f.decided_on >= $2 GROUP BY f.decided_on
