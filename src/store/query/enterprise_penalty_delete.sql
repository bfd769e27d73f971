DELETE FROM enterprise_penalty WHERE enterprise = $1 AND case_id = $2
