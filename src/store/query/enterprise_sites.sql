SELECT id, name, address, division FROM enterprise_site WHERE enterprise = $1 ORDER BY id
