INSERT INTO enterprise_site (enterprise, id, name, address, division) VALUES ($1, $2, $3, $4, $5)
