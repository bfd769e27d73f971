SELECT a.name, a.officer, a.created_at, a.password_changed_at, a.disabled_at, o.state, b.name, b.division,
  (SELECT max(l.at) FROM access_log l WHERE l.account = a.name AND l.action = 'login')
FROM account a JOIN officer o ON o.id = a.officer JOIN body b ON b.id = o.body
WHERE b.division >= $1 AND b.division < $2 AND ($3 = '' OR o.body = $3 OR b.parent = $3)
ORDER BY b.division, o.body, a.name LIMIT $4
