UPDATE enterprise SET grade = $2 WHERE id = $1
