-- The stage at which a past fine was imposed (as found, not corrected in time …): each has a range of its own, so that
-- amounts of one say nothing of those of another.
ALTER TABLE decided_fine ADD COLUMN stage TEXT @POSTGRES{COLLATE "C"}@;
