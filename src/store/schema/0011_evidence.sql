-- Which inspections and cases refer to a blob: whoever may see one of them may see it. Follows from the entries of each
-- stream; hashes in hex.
CREATE TABLE blob_reference (
  sha256 TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  kind TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  file TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  PRIMARY KEY (sha256, kind, file)
) @SQLITE{STRICT, WITHOUT ROWID}@;

@SQLITE{
INSERT INTO blob_reference
SELECT DISTINCT lower(named.value), substr(e.stream, 1, instr(e.stream, '/') - 1),
  substr(e.stream, instr(e.stream, '/') + 1)
FROM entry AS e, json_tree(e.leaf, '$.payload') AS named
WHERE e.leaf LIKE '%"sha256":"%' AND (e.stream LIKE 'inspection/%' OR e.stream LIKE 'case/%')
  AND named.key = 'sha256' AND named.type = 'text' AND length(named.value) = 64;
}@
@POSTGRES{
INSERT INTO blob_reference
SELECT DISTINCT lower(named.value #>> '{}'), split_part(e.stream, '/', 1), split_part(e.stream, '/', 2)
FROM entry AS e, jsonb_path_query(CAST(e.leaf AS jsonb), '$.payload.**.sha256') AS named (value)
WHERE e.leaf LIKE '%"sha256":"%' AND (e.stream LIKE 'inspection/%' OR e.stream LIKE 'case/%')
  AND length(named.value #>> '{}') = 64;
}@

-- Who sent the whole of a blob. Not in the journal, and a rebuild leaves it alone.
CREATE TABLE blob_upload (
  sha256 TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  officer TEXT @POSTGRES{COLLATE "C"}@ NOT NULL,
  recorded_at @INT64@ NOT NULL,
  PRIMARY KEY (sha256, officer)
) @SQLITE{STRICT, WITHOUT ROWID}@;
