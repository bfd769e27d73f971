-- When an account last signed in, for the list of accounts: the log of accesses is long.
CREATE INDEX access_log_login ON access_log (account, at) WHERE action = 'login';
