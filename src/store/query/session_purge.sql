DELETE FROM session WHERE created_at <= $1 OR last_seen_at <= $2
