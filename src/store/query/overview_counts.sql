SELECT 'inspection', status, count(*) FROM inspection WHERE division >= $1 AND division < $2 GROUP BY status
UNION ALL
SELECT 'case', status, count(*) FROM casefile WHERE division >= $1 AND division < $2 GROUP BY status
