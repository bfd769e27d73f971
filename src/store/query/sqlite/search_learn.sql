INSERT INTO enterprise_search (rowid, words, places) VALUES ($1, $2, $3)
