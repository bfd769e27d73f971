SELECT commitment FROM private_value WHERE value = $1 ORDER BY commitment
