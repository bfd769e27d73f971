// Pages that keep themselves up to date: one small question after the length of the journal, asked for all of them,
// and only while the page is looked at. Whoever listens learns which streams have new entries.
import { onActivated, onBeforeUnmount, onDeactivated, onMounted, reactive } from 'vue';
import { api, Problem } from './api';
import { session } from './session';

export interface Beat {
  streams: string[];
  many: boolean;
}
/** How a listener hears of new remarks on a stream: they are no entries of it. */
export const remarksOf = (stream: string): string => `remarks of ${stream}`;
type Listener = (beat: Beat) => void;

/** Whether the server answers; told after two questions in vain. */
export const line = reactive({ offline: false });

const kEveryMs = 4000;
const kInVain = 2;
const kNone = '0'; // before every id: there is no remark yet, and the first one is news
let inVain = 0;
const always = new Set<Listener>();
const listeners = new Set<Listener>();
const resting = new Set<Listener>(); // of pages that are kept while another one is shown
let size: number | undefined;
let remark: string | undefined; // the last one known of: remarks are no entries of the journal
let timer = 0;

async function ask(): Promise<void> {
  if (document.hidden || !session.caller || listeners.size === 0) return;
  const pulse = await api.pulse(size, remark).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.status === 0 || error.status >= 500) inVain += 1;
    line.offline = inVain >= kInVain;
    throw error;
  });
  const back = line.offline;
  inVain = 0;
  line.offline = false;
  const before = size;
  size = pulse.size;
  remark = pulse.last_remark || kNone;
  if (!back && (before === undefined || (pulse.size === before && pulse.remarked.length === 0))) return;
  const beat = { streams: [...pulse.streams, ...pulse.remarked.map(remarksOf)], many: back || pulse.many };
  for (const listener of [...always, ...listeners, ...resting]) listener(beat);
}

/** For what is not a page: `listener` hears of every beat, before the pages do. */
export const onBeat = (listener: Listener): void => void always.add(listener);

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

/**
 * Calls `changed` when streams that `concerns` names, or many at once, have new entries. A page that is kept while
 * another one is shown hears of them when it is shown again, at once.
 */
export function useLive(concerns: (stream: string) => boolean, changed: () => void): void {
  let missed = false;
  const listener: Listener = (beat) => {
    if (!beat.many && !beat.streams.some(concerns)) return;
    if (resting.has(listener)) missed = true;
    else changed();
  };
  const begin = () => {
    resting.delete(listener);
    listeners.add(listener);
    if (missed) changed();
    missed = false;
    again();
  };
  onMounted(() => {
    begin();
    if (size === undefined) void ask().catch(() => {});
  });
  onActivated(() => {
    const back = resting.has(listener);
    begin();
    if (back) void ask().catch(() => {});
  });
  onDeactivated(() => {
    listeners.delete(listener);
    resting.add(listener);
  });
  onBeforeUnmount(() => {
    listeners.delete(listener);
    resting.delete(listener);
  });
}
