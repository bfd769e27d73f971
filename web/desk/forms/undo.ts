// The way back before anything is signed: findings just recorded are withdrawn again, each with its reason on record.
import { api } from '@shared/api';
import { uuidv7 } from '@shared/uuid';
import { zh } from '@shared/zh-CN';
import { tell } from '@desk/toast';
import type { Values } from './spec';

export function takeBackFindings(stream: string, payloads: Values[], version: number, reload: () => Promise<void>) {
  return async (): Promise<void> => {
    let at = version;
    for (const payload of [...payloads].reverse()) {
      const reply = await api
        .command('WithdrawFinding', {
          command_id: uuidv7(),
          stream,
          expected_version: at,
          payload: { finding: payload.id, reason: zh.file.undoneFinding },
        })
        .catch(() => null);
      if (!reply) break;
      at = reply.version ?? at + 1;
    }
    tell(zh.shell.undone);
    await reload();
  };
}
