DELETE FROM login_attempt WHERE until_at <= $1
