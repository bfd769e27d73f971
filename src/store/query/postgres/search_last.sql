SELECT COALESCE(max(serial), 0) FROM enterprise
