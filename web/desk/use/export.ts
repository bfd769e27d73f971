// Export of a list of any length: page after page from the server, written as it comes, with a count and a stop.
import { ref } from 'vue';
import type { EnterpriseItem } from '@shared/api';
import { api } from '@shared/api';
import { today } from '@shared/format';
import { csvWriter, saveFile, xlsxWriter } from '@shared/table-file';
import { zh } from '@shared/zh-CN';
import { tell } from '@desk/toast';

export interface Column {
  key: string;
  title: string;
  text: (row: EnterpriseItem) => string;
}
const kPage = 200;

export function useExport() {
  const rows = ref<number | null>(null);
  const wrong = ref('');
  let stopped = false;

  async function run(kind: 'csv' | 'xlsx', query: Record<string, string>, columns: Column[]): Promise<void> {
    if (rows.value !== null) return;
    rows.value = 0;
    wrong.value = '';
    stopped = false;
    const head = columns.map((column) => column.title);
    const writer = kind === 'csv' ? csvWriter(head) : xlsxWriter(head);
    try {
      let cursor: string | undefined;
      do {
        const page = await api.enterprises({ ...query, cursor, size: kPage });
        await writer.add(page.items.map((row) => columns.map((column) => column.text(row))));
        rows.value += page.items.length;
        cursor = page.next;
      } while (cursor && !stopped);
      if (stopped) return;
      saveFile(await writer.finish(), `${zh.ledgerMore.file(today())}.${kind}`);
      tell(zh.ledgerMore.exported(rows.value));
    } catch {
      wrong.value = zh.ledgerMore.exportFailed;
    } finally {
      rows.value = null;
    }
  }
  return { rows, wrong, run, stop: () => (stopped = true) };
}
