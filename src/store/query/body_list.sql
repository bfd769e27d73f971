SELECT id, name, level, kind, division, parent FROM body ORDER BY division, kind, id
