-- The index keeps itself.
SELECT CAST($1 AS bigint), CAST($2 AS text), CAST($3 AS text) WHERE false
