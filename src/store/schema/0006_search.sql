-- Search through a long ledger in stretches of 32,768 rows: GIN gathers every match of what it is asked before it gives
-- the first, so it is asked for one stretch after another until a page is full. SQLite's index gives them in order.
@POSTGRES{
ALTER TABLE enterprise ADD COLUMN serial BIGINT GENERATED ALWAYS AS IDENTITY;
DROP INDEX enterprise_search;
DROP INDEX enterprise_city;
DROP INDEX enterprise_division;
CREATE INDEX enterprise_search ON enterprise
  USING gin (string_to_array(words || ' ' || places || ' n' || CAST(serial >> 15 AS TEXT), ' '));
CREATE INDEX enterprise_serial ON enterprise (serial);
CREATE INDEX enterprise_city ON enterprise (city, serial);
CREATE INDEX enterprise_division ON enterprise (division, serial);
}@
