-- A version other than the expected one becomes null, which the column refuses.
UPDATE stream SET version = CASE WHEN version = $3 THEN CAST($2 AS BIGINT) END WHERE stream = $1
