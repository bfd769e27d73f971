UPDATE private_value SET salt = NULL, value = NULL, erased_at = $2
WHERE commitment = $1 AND erased_at IS NULL RETURNING erased_at
