// Export of a list of any length: the server writes the file, the page follows how far it is, fetches it, or stops it.
import { onBeforeUnmount, ref } from 'vue';
import type { ExportJob, ExportRequest } from '@shared/api';
import { api, Problem } from '@shared/api';
import { zh } from '@shared/zh-CN';
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

export function useExport() {
  const job = ref<ExportJob | null>(null);
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
    job.value = null;
  }
  function fail(): void {
    wrong.value = zh.ledgerMore.exportFailed;
    job.value = null;
  }

  async function run(request: ExportRequest): Promise<void> {
    if (job.value) return;
    wrong.value = '';
    try {
      job.value = await api.startExport(request);
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
    if (id) await api.stopExport(id).catch(() => {});
  }
  onBeforeUnmount(() => window.clearTimeout(timer));
  return { job, wrong, run, stop };
}
