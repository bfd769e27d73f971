SELECT id, name, division FROM enterprise WHERE credit_code = $1 ORDER BY number
