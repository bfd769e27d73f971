SELECT nextval(pg_get_serial_sequence('entry', 'entry_id')) FROM generate_series(1, CAST($1 AS bigint))
