INSERT INTO file_hand (kind, id, role, officer, body, began_at, due_on) VALUES ($1, $2, $3, $4, $5, $6, $7)
