-- By days at +08:00 since 1970: what began.
SELECT 'inspection', (opened_at + 28800000) / 86400000, count(*), CAST(sum(findings) AS BIGINT)
FROM inspection WHERE enterprise = $1 AND opened_at >= $2 GROUP BY 1, 2
UNION ALL
SELECT 'case', (filed_at + 28800000) / 86400000, count(*), 0
FROM casefile WHERE enterprise = $1 AND filed_at >= $2 GROUP BY 1, 2
