SELECT name_hash, until_at FROM login_attempt WHERE failures >= $1 AND until_at > $2
