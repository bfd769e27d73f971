DELETE FROM file_number
