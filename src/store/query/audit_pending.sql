SELECT p.first_id, p.last_id,
  (SELECT count(*) FROM entry AS e WHERE e.entry_id BETWEEN p.first_id AND p.last_id),
  (SELECT count(*) FROM leaf AS l WHERE l.entry_id BETWEEN p.first_id AND p.last_id)
FROM pending AS p ORDER BY p.first_id
