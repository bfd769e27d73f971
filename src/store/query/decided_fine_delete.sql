DELETE FROM decided_fine WHERE case_id = $1
