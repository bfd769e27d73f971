-- The index is told the words that it holds: they stand in the row until the row changes.
INSERT INTO enterprise_search (enterprise_search, rowid, words, places, kinds)
SELECT 'delete', number, words, places, kinds FROM enterprise WHERE id = $1
