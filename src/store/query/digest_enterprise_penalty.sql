SELECT enterprise || '/' || case_id || '/' || party || '/' || instrument, decided_on, major_hazard FROM
  enterprise_penalty WHERE enterprise || '/' || case_id || '/' || party || '/' || instrument > $1 ORDER BY enterprise ||
  '/' || case_id || '/' || party || '/' || instrument LIMIT $2
