SELECT number FROM enterprise WHERE number BETWEEN $1 AND $2
