SELECT stream, version FROM (
  SELECT e.stream, e.version, l.leaf_index,
    lag(l.leaf_index) OVER (PARTITION BY e.stream ORDER BY e.version) AS before
  FROM entry AS e JOIN leaf AS l ON l.entry_id = e.entry_id) AS ordered
WHERE before > leaf_index ORDER BY stream, version LIMIT 1000
