SELECT 'inspection', division, (opened_at + 28800000) / 86400000, count(*), CAST(sum(findings) AS BIGINT)
FROM inspection WHERE opened_at >= $1 GROUP BY 1, 2, 3
UNION ALL
SELECT 'case', division, (filed_at + 28800000) / 86400000, count(*), 0
FROM casefile WHERE filed_at >= $1 GROUP BY 1, 2, 3
