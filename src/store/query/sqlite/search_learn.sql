INSERT INTO enterprise_search (rowid, words, places, kinds)
SELECT number, words, places, kinds FROM enterprise WHERE number IN (SELECT CAST(value AS INTEGER) FROM json_each($1))
ORDER BY number
