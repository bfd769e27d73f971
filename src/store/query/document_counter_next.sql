INSERT INTO document_counter (body, kind, year, next) VALUES ($1, $2, $3, 2)
ON CONFLICT (body, kind, year) DO UPDATE SET next = document_counter.next + 1
RETURNING next - 1
