// Page after page of a list: the cursor stands in the address, and those of the pages before in the history's state, so
// that "previous" never leaves the list, wherever one came from.
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';

export function usePages(filter: () => Record<string, unknown>) {
  const route = useRoute();
  const router = useRouter();
  const page = computed(() => Math.max(1, Number(route.query.page ?? '1') || 1));
  const passed = (): string[] => (history.state as { cursors?: string[] } | null)?.cursors ?? [];

  function next(cursor: string): void {
    const cursors = [...passed(), String(route.query.cursor ?? '')];
    void router.push({ query: { ...given(), cursor, page: String(page.value + 1) }, state: { cursors } });
  }
  /** The page before; the first where it is not known how one came here. */
  function previous(): void {
    const cursors = passed();
    const known = cursors.length === page.value - 1;
    const cursor = known ? cursors.at(-1) : '';
    const where = cursor ? { cursor, page: String(page.value - 1) } : {};
    void router.push({ query: { ...given(), ...where }, state: { cursors: cursor ? cursors.slice(0, -1) : [] } });
  }
  const given = () =>
    Object.fromEntries(Object.entries(filter()).filter(([, value]) => value !== '')) as Record<string, string>;
  return { page, next, previous };
}
