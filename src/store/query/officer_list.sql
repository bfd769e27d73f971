SELECT o.state, b.name FROM officer o JOIN body b ON b.id = o.body
WHERE b.division >= $1 AND b.division < $2 AND ($3 = '' OR o.body = $3 OR b.parent = $3)
ORDER BY b.division, o.body, o.id LIMIT 1000
