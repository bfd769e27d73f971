INSERT INTO enterprise_search (enterprise_search) VALUES ('delete-all')
