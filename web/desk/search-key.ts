import { onBeforeUnmount, onMounted } from 'vue';
import { typing } from './use/keys';

/** `/` puts the cursor into the page's search field, unless the person is typing somewhere. */
export function useSearchKey(find: () => HTMLInputElement | null | undefined): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event)) return;
    event.preventDefault();
    find()?.focus();
  };
  onMounted(() => window.addEventListener('keydown', onKey));
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey));
}
