SELECT division, status, count(*), CAST(sum(fine_fen) AS BIGINT),
  sum(CASE WHEN due_on < $1 AND status NOT IN ('closed', 'terminated') THEN 1 ELSE 0 END)
FROM casefile GROUP BY division, status
