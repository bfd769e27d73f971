INSERT INTO enterprise_search (rowid, words, places, kinds)
SELECT number, words, places, kinds FROM enterprise WHERE id = $1
