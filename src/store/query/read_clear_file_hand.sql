DELETE FROM file_hand
