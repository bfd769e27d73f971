DELETE FROM decided_fine
