SELECT r.id, r.author, o.name, r.written_at, r.text FROM remark r LEFT JOIN officer o ON o.id = r.author
WHERE r.stream = $1 ORDER BY r.written_at DESC, r.id DESC LIMIT 200
