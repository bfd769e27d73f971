DELETE FROM casefile
