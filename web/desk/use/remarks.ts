// Which remarks of colleagues one has seen, file by file. The ids of remarks grow with time.
import { effectScope } from 'vue';
import type { Ref } from 'vue';
import { session } from '@shared/session';
import { useKept } from '@desk/use/kept';

type Seen = [stream: string, remark: string][];
const kKept = 200;
let owner = '';
let seen: Ref<Seen> | undefined;

// One list for all rows and files of the page; another account has its own.
function listOfOwner(): Ref<Seen> {
  if (!seen || owner !== session.account) {
    owner = session.account;
    seen = effectScope(true).run(() => useKept<Seen>('remarks-seen', []))!;
  }
  return seen;
}

export function useRemarksSeen() {
  const list = listOfOwner();
  return {
    unseen: (stream: string, last?: string | null): boolean =>
      !!last && last > (list.value.find(([one]) => one === stream)?.[1] ?? ''),
    see(stream: string, last?: string): void {
      if (!last || list.value.some(([one, upTo]) => one === stream && upTo >= last)) return;
      const others = list.value.filter(([one]) => one !== stream);
      list.value = ([[stream, last], ...others] as Seen).slice(0, kKept);
    },
  };
}
