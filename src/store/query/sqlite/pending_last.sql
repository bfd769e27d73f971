INSERT INTO pending (first_id, last_id) VALUES (last_insert_rowid() - $1 + 1, last_insert_rowid())
