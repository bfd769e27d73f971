// The way back before anything is signed: findings just recorded are withdrawn again, each with its reason on record.
import { api } from '@shared/api';
import { uuidv7 } from '@shared/uuid';
import { zh } from '@shared/zh-CN';
import { tell } from '@desk/toast';
import type { Values } from './spec';

export function takeBackFindings(stream: string, payloads: Values[], version: number, reload: () => Promise<void>) {
  return async (): Promise<void> => {
    let at = version;
    const left = [...payloads];
    while (left.length > 0) {
      const reply = await api
        .command('WithdrawFinding', {
          command_id: uuidv7(),
          stream,
          expected_version: at,
          payload: { finding: left.at(-1)!.id, reason: zh.file.undoneFinding },
        })
        .catch(() => null);
      if (!reply) break;
      left.pop();
      at = reply.version ?? at + 1;
    }
    const done = payloads.length - left.length;
    tell(
      left.length === 0
        ? zh.file.undoneAll(done)
        : zh.file.undoneSome(
            done,
            left.map((one) => String(one.place)),
          ),
      null,
      left.length === 0 ? 'done' : 'note',
    );
    await reload();
  };
}
