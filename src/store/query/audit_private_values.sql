SELECT commitment, salt, value FROM private_value WHERE commitment > $1 ORDER BY commitment LIMIT $2
