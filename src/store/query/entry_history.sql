SELECT e.version, e.type, e.actor, o.name, e.leaf, l.leaf_index
FROM entry e LEFT JOIN officer o ON o.id = e.actor LEFT JOIN leaf l ON l.entry_id = e.entry_id
WHERE e.stream = $1 ORDER BY e.version
