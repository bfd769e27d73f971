// The list one came from, so that "next" and "previous" work inside a file.
const kKey = (kind: string) => `trail:${kind}`;

export function keepTrail(kind: string, ids: string[]): void {
  try {
    sessionStorage.setItem(kKey(kind), JSON.stringify(ids));
  } catch {
    // Without storage there is no next and previous, nothing else.
  }
}

export function neighbours(kind: string, id: string): { previous?: string; next?: string; at: number; of: number } {
  let ids: string[] = [];
  try {
    ids = JSON.parse(sessionStorage.getItem(kKey(kind)) ?? '[]') as string[];
  } catch {
    // as if there were no list
  }
  const at = ids.indexOf(id);
  if (at === -1) return { at: 0, of: 0 };
  return { previous: ids[at - 1], next: ids[at + 1], at: at + 1, of: ids.length };
}
