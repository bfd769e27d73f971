SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM stream), (SELECT count(*) FROM command),
  (SELECT count(*) FROM private_value)
