-- The index keeps itself.
SELECT 1 WHERE false
