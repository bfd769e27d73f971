// Pages that keep themselves up to date: one small question after the length of the journal, asked for all of them,
// and only while the page is looked at. Whoever listens learns which streams have new entries.
import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue';
import { api } from './api';
import { session } from './session';

export interface Beat {
  streams: string[];
  many: boolean;
}
type Listener = (beat: Beat) => void;

const kEveryMs = 4000;
const listeners = new Set<Listener>();
let size: number | undefined;
let timer = 0;

async function ask(): Promise<void> {
  if (document.hidden || !session.caller || listeners.size === 0) return;
  const pulse = await api.pulse(size);
  const before = size;
  size = pulse.size;
  if (before === undefined || pulse.size === before) return;
  const beat = { streams: pulse.streams, many: pulse.many };
  for (const listener of [...listeners]) listener(beat);
}

function again(): void {
  window.clearTimeout(timer);
  if (listeners.size === 0) return;
  timer = window.setTimeout(
    () =>
      void ask()
        .catch(() => {})
        .finally(again),
    kEveryMs,
  );
}
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void ask().catch(() => {});
});

/** Calls `changed` when streams that `concerns` names, or many at once, have new entries. */
export function useLive(concerns: (stream: string) => boolean, changed: () => void): void {
  const listener: Listener = (beat) => {
    if (beat.many || beat.streams.some(concerns)) changed();
  };
  const begin = () => {
    listeners.add(listener);
    if (size === undefined) void ask().catch(() => {});
    again();
  };
  const end = () => void listeners.delete(listener);
  onMounted(begin);
  onActivated(begin);
  onDeactivated(end);
  onBeforeUnmount(end);
}
