-- Personal data that were erased: when, by whom and why. What they were is not kept.
CREATE TABLE erasure (
  commitment @BYTES@ NOT NULL PRIMARY KEY,
  stream TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  erased_at @INT64@ NOT NULL
) @STRICT@;
