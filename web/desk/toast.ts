import { reactive } from 'vue';

type Undo = () => Promise<void> | void;

/** What the desk has just done, shown for a while in one place, with the way back where there is one. */
export const toast = reactive<{ text: string; undo: Undo | null }>({ text: '', undo: null });
let timer = 0;

export function tell(text: string, undo: Undo | null = null): void {
  toast.text = text;
  toast.undo = undo;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => tell(''), undo ? 9000 : 5000);
  if (text === '') window.clearTimeout(timer);
}

export async function takeBack(): Promise<void> {
  const { undo } = toast;
  tell('');
  await undo?.();
}
