DELETE FROM blob_reference
