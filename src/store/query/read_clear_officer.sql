DELETE FROM officer
