INSERT INTO enterprise_search (rowid, words, places) SELECT number, words, places FROM enterprise WHERE id = $1
