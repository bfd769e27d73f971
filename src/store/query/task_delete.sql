DELETE FROM task WHERE stream = $1
