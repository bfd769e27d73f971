// Export of a list of any length: the server writes the file, the page follows how far it is, fetches it, or stops it.
import { onBeforeUnmount, onMounted, ref } from 'vue';
import type { ExportJob, ExportRequest } from '@shared/api';
import { api, Problem } from '@shared/api';
import { zh } from '@shared/zh-CN';
import { session } from '@shared/session';
import { tell } from '@desk/toast';

const kAskAgainMs = 400;

/** Saves what an address gives, as a link that is clicked would. */
function fetchFile(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}

interface Last {
  id: string;
  taken: boolean; // its file was handed to the browser
}
const keyOf = () => `export:${session.account}`;

/** The export that this account began here last: it outlives a reload and a closed window. */
function lastOne(): Last | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf()) ?? 'null') as Last | null;
  } catch {
    return null;
  }
}
function note(last: Last | null): void {
  try {
    if (last) localStorage.setItem(keyOf(), JSON.stringify(last));
    else localStorage.removeItem(keyOf());
  } catch {
    // it lasts as long as the page then
  }
}

export function useExport() {
  const job = ref<ExportJob | null>(null);
  const done = ref<ExportJob | null>(null); // its file can be fetched again while the server keeps it
  const wrong = ref('');
  let timer = 0;

  async function follow(id: string): Promise<void> {
    try {
      const now = await api.exportJob(id);
      if (job.value?.id !== id) return; // stopped meanwhile
      job.value = now;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status !== 0) return fail();
    }
    const state = job.value?.state;
    if (state === 'failed') return fail();
    if (state === 'running') {
      timer = window.setTimeout(() => void follow(id), kAskAgainMs);
      return;
    }
    fetchFile(api.exportFile(id));
    tell(zh.ledgerMore.exported(job.value?.rows ?? 0));
    note({ id, taken: true });
    done.value = job.value;
    job.value = null;
  }
  function fail(): void {
    wrong.value = zh.ledgerMore.exportFailed;
    note(null);
    job.value = null;
  }

  async function run(request: ExportRequest): Promise<void> {
    if (job.value) return;
    wrong.value = '';
    done.value = null;
    try {
      job.value = await api.startExport(request);
      note({ id: job.value.id, taken: false });
      await follow(job.value.id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      fail();
    }
  }
  async function stop(): Promise<void> {
    const id = job.value?.id;
    window.clearTimeout(timer);
    job.value = null;
    note(null);
    if (id) await api.stopExport(id).catch(() => {});
  }
  /** Goes on with the one that was on its way; one whose file was fetched is offered again. */
  async function resume(): Promise<void> {
    const last = lastOne();
    if (!last || job.value) return;
    const now = await api.exportJob(last.id).catch((error: unknown) => {
      if (error instanceof Problem && error.status !== 0) note(null); // the server keeps it no longer
      return null;
    });
    if (!now || now.state === 'failed' || job.value) return;
    if (now.state !== 'running' && last.taken) return void (done.value = now);
    job.value = now;
    await follow(now.id);
  }
  function forget(): void {
    note(null);
    done.value = null;
  }
  onMounted(resume);
  onBeforeUnmount(() => window.clearTimeout(timer));
  return { job, done, wrong, run, stop, forget };
}
