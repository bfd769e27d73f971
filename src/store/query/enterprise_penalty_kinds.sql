SELECT DISTINCT p.case_id, p.decided_on, f.violation FROM enterprise_penalty p
LEFT JOIN decided_fine f ON f.case_id = p.case_id AND f.party = p.party
WHERE p.enterprise = $1 ORDER BY p.decided_on, p.case_id, f.violation
