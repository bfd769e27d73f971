import { reactive } from 'vue';
import { Problem } from '@shared/api';
import { zh } from '@shared/zh-CN';

type Undo = () => Promise<void> | void;
/** Done, or something to take note of. */
type Mark = 'done' | 'note';

/** What the desk has just done, shown for a while in one place, with the way back where there is one. */
export const toast = reactive<{ text: string; undo: Undo | null; mark: Mark }>({ text: '', undo: null, mark: 'done' });
let timer = 0;

export function tell(text: string, undo: Undo | null = null, mark: Mark = 'done'): void {
  toast.text = text;
  toast.mark = mark;
  toast.undo = undo;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => tell(''), undo ? 9000 : 5000);
  if (text === '') window.clearTimeout(timer);
}

/** What was asked for, or null when it did not come; then the person is told. */
export async function orTell<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell(error.status === 0 ? zh.file.cutOff : zh.file.notRead(error.title || error.code), null, 'note');
    return null;
  }
}

export async function takeBack(): Promise<void> {
  const { undo } = toast;
  tell('');
  await undo?.();
}
