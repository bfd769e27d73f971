SELECT b.division, o.body, a.disabled_at, o.left_on
FROM account a JOIN officer o ON o.id = a.officer JOIN body b ON b.id = o.body WHERE a.name = $1
