DELETE FROM inspection
