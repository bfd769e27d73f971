SELECT division, status, count(*), CAST(sum(findings) AS BIGINT), CAST(sum(open_findings) AS BIGINT),
  sum(CASE WHEN due_on < $1 AND status <> 'closed' THEN 1 ELSE 0 END)
FROM inspection GROUP BY division, status
