// From words to law: the core in the browser ranks once it is loaded, the server until then. Both give the same.
import { api } from './api';
import type { MatchRow } from './api';
import { core, coreAtHand } from './core';
import { allViolations } from './lists';

export interface Found {
  id: string;
  title: string;
  violated: string[];
  penalty: string[];
  checklist: string[]; // what an inspection looks at there
  transfer: boolean; // handed over, no penalty of the department's
  ours: boolean; // may be chosen: the department decides its penalty
}

const kShown = 12;
/** "第九十九条", "wsl.99.1": a place or an id, not a description. */
const kPlace =
  /^(?!.*违反)(《?[\u4e00-\u9fff]*(法|条例|规定|办法|规程|细则)》?)?\s*第[零〇一二三四五六七八九十百千]+条[之第款项零一二三四五六七八九十]*$|^[a-z]{2,4}\.[\w.-]+$/;

async function ranked(text: string): Promise<MatchRow[]> {
  const held = coreAtHand();
  if (held) {
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10); // legal days are those of +08:00
    const answer = held.call({ call: 'match', text, top: kShown, on: day });
    if (Array.isArray(answer.matches)) return answer.matches as MatchRow[];
  }
  core().catch(() => {}); // for the next time; without it the server goes on answering
  return (await api.match(text, kShown)).rows;
}

/** The violations that the words may mean, the likeliest first; with a place or an id, those that stand there. */
export async function findViolations(text: string): Promise<Found[]> {
  if (!text) return [];
  if (kPlace.test(text.trim())) {
    return (await api.violations(text)).rows.map((row) => ({
      id: row.id,
      title: row.title,
      violated: row.duty,
      penalty: [row.article],
      checklist: [],
      transfer: false,
      ours: row.ours,
    }));
  }
  const [matches, known] = await Promise.all([ranked(text.slice(0, 2000)), allViolations()]);
  const ours = new Set(known.filter((row) => row.ours).map((row) => row.id));
  return matches.map((one) => ({
    id: one.violation,
    title: one.title,
    violated: one.violated,
    penalty: one.penalty,
    checklist: (one.checklist ?? []).map((item) => `${item.title}${item.item} ${item.text}`),
    transfer: one.transfer === true,
    ours: ours.has(one.violation),
  }));
}
