// The list one came from, so that "next" and "previous" work inside a file; at its end it goes on with the next page.
import { api } from '@shared/api';

interface More {
  query: Record<string, string>;
  cursor: string;
}
interface Trail {
  ids: string[];
  more?: More | '';
}
const kKey = (kind: string) => `trail:${kind}`;

export function keepTrail(kind: string, ids: string[], more?: More | ''): void {
  try {
    sessionStorage.setItem(kKey(kind), JSON.stringify({ ids, more } satisfies Trail));
  } catch {
    // Without storage there is no next and previous, nothing else.
  }
}

function trailOf(kind: string): Trail {
  try {
    const kept = JSON.parse(sessionStorage.getItem(kKey(kind)) ?? 'null') as Trail | null;
    if (Array.isArray(kept?.ids)) return kept;
  } catch {
    // as if there were no list
  }
  return { ids: [] };
}

export function neighbours(kind: string, id: string) {
  const { ids, more } = trailOf(kind);
  const at = ids.indexOf(id);
  if (at === -1) return { at: 0, of: 0, more: false };
  return { previous: ids[at - 1], next: ids[at + 1], at: at + 1, of: ids.length, more: !!more };
}

async function pageAfter(kind: string, { query, cursor }: More): Promise<{ ids: string[]; next?: string }> {
  const asked = { ...query, cursor };
  if (kind === 'dossier') {
    const page = await api.enterprises({ ...asked, size: 50 });
    return { ids: page.items.map((row) => row.id), next: page.next };
  }
  const page = kind === 'case' ? await api.cases(asked) : await api.inspections(asked);
  return { ids: page.rows.map((row) => row.id), next: page.next_cursor };
}

/** Takes the list's next page onto the trail; the file after its last one. */
export async function goOn(kind: string): Promise<string | undefined> {
  const { ids, more } = trailOf(kind);
  if (!more) return undefined;
  const page = await pageAfter(kind, more);
  keepTrail(kind, [...ids, ...page.ids], page.next && { query: more.query, cursor: page.next });
  return page.ids[0];
}
