SELECT o.name, o.body, b.name, b.division, o.duties, o.rank, o.left_on
FROM officer o JOIN body b ON b.id = o.body WHERE o.id = $1
