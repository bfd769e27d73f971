// Keys of a page. They work while nobody types: in a field every key belongs to the text.
import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue';

const kFields = 'input, textarea, select, [contenteditable], [role="dialog"], dialog[open]';
const kPressable = 'a[href], button, summary, [role="button"], [role="option"], [role="tab"]';
const targetOf = (event: KeyboardEvent) => event.target as HTMLElement | null;

/** The key belongs to what is being written, or to the window that lies over the page. */
export const typing = (event: KeyboardEvent): boolean =>
  !!targetOf(event)?.closest(kFields) || !!document.querySelector('dialog:modal');

/** Enter presses what it stands on; only what is chosen already has nothing more to be pressed for. */
function presses(event: KeyboardEvent): boolean {
  const pressed = event.key === 'Enter' ? targetOf(event)?.closest(kPressable) : null;
  return !!pressed && pressed.getAttribute('aria-current') !== 'true';
}

/** Calls what stands under the key's name ("/", "j", "ArrowDown"). */
export function useKeys(actions: () => Record<string, ((event: KeyboardEvent) => void) | undefined>): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (typing(event) || presses(event)) return;
    const action = actions()[event.key];
    if (!action) return;
    event.preventDefault();
    action(event);
  };
  const begin = () => window.addEventListener('keydown', onKey);
  const end = () => window.removeEventListener('keydown', onKey);
  onMounted(begin);
  onActivated(begin);
  onDeactivated(end);
  onBeforeUnmount(end);
}

/** j and k walk through the links that lead from the rows of a list; Enter follows the one in focus. */
export function useRowKeys(find: () => HTMLElement | null | undefined): void {
  const walk = (by: number) => {
    const links = [...(find()?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
    if (links.length === 0) return;
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = links[Math.max(0, Math.min(links.length - 1, at === -1 ? 0 : at + by))]!;
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  const onRow = () => document.activeElement instanceof HTMLElement && 'rowLink' in document.activeElement.dataset;
  useKeys(() => ({
    j: () => walk(1),
    k: () => walk(-1),
    ...(onRow() ? { ArrowDown: () => walk(1), ArrowUp: () => walk(-1) } : {}),
  }));
}
