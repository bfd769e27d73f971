-- The index keeps itself.
SELECT CAST($1 AS text) WHERE false
