SELECT enterprise, row_number FROM import_seen WHERE job = $1 AND enterprise IN (SELECT CAST(value AS INTEGER) FROM
  json_each($2))
