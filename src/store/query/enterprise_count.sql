SELECT division, count(*) FROM enterprise
WHERE substr(division, 1, length(CAST($1 AS TEXT))) = $1 GROUP BY division ORDER BY division
