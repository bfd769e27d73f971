import { onBeforeUnmount, onMounted } from 'vue';

/** `/` puts the cursor into the page's search field, unless the person is typing somewhere. */
export function useSearchKey(find: () => HTMLInputElement | null | undefined): void {
  const onKey = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement | null;
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target?.closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    find()?.focus();
  };
  onMounted(() => window.addEventListener('keydown', onKey));
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey));
}
