-- Counts an attempt before the password is looked at, so that attempts made at the same time cannot pass the limit.
-- $1 hash of the name, $2 now, $3 end of the lock if this attempt fails, $4 attempts allowed
INSERT INTO login_attempt (name_hash, failures, until_at) VALUES ($1, 1, $3)
ON CONFLICT (name_hash) DO UPDATE SET
  failures = CASE WHEN login_attempt.until_at <= $2 THEN 1 ELSE login_attempt.failures + 1 END,
  until_at = CASE WHEN login_attempt.until_at <= $2 OR login_attempt.failures < $4 THEN $3
                  ELSE login_attempt.until_at END
RETURNING failures, until_at
