SELECT value FROM kept_choice WHERE officer = $1 AND name = $2
