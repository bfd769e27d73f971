DELETE FROM enterprise
