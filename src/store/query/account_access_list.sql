SELECT at, account, officer, action, target, address FROM access_log WHERE at >= $1 ORDER BY at, id
