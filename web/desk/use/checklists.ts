// The checklists that fit the enterprise an inspection is about, and what of one goes into a scheme.
import { onMounted } from 'vue';
import { api } from '@shared/api';
import type { ChecklistItem, ChecklistRow } from '@shared/api';
import type { SchemeDraft } from '@desk/forms/drafts';
import { useLoad } from '@desk/load';

/** The lists for an enterprise's industry, the narrowest first. */
export function useChecklists(enterprise: () => string | undefined) {
  const lists = useLoad<ChecklistRow[]>(async () => {
    const id = enterprise();
    if (!id) return [];
    const dossier = await api.enterprise(id);
    return (await api.checklists(dossier.enterprise.industry ?? '')).rows;
  });
  onMounted(lists.load);
  return lists;
}

/** What was typed stays and comes first; of the list, what is not there already. */
export function filledFrom(items: ChecklistItem[], typed: SchemeDraft[]): SchemeDraft[] {
  const kept = typed.filter((item) => item.text.trim() !== '');
  const known = new Set(kept.map((item) => item.text.trim()));
  const fresh = items.filter((item) => !known.has(item.text.trim()));
  return [...kept, ...fresh.map(({ text, violation }) => ({ id: '', text, violation }))];
}
