SELECT stream, count(*), max(CASE WHEN author <> $2 THEN id END) FROM remark
WHERE stream = ANY (ARRAY (SELECT jsonb_array_elements_text(CAST($1 AS jsonb)))) GROUP BY stream
