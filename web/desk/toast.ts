import { ref } from 'vue';

/** What the desk has just done, shown for a while in one place. */
export const toast = ref('');
let timer = 0;

export function tell(text: string): void {
  toast.value = text;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => (toast.value = ''), 5000);
}
