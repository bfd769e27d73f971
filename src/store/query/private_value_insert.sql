INSERT INTO private_value (commitment, salt, value) VALUES ($1, $2, $3)
