// Asks the core in the browser what the law says of a command, on the states that the server gave.
import { api } from './api';
import type { Refusal } from './api';
import { core } from './core';

interface State {
  stream: string;
  version: number;
  state?: unknown;
}

export interface Verdict {
  refusals: Refusal[];
  /** What the core cannot read of the payload, by its path: something is not filled in yet. */
  unread: string;
}

const kRounds = 6;

/** States of streams, kept while a form is open. */
export class States {
  private readonly known = new Map<string, State>();

  constructor(own?: State) {
    if (own) this.known.set(own.stream, own);
  }
  async need(streams: string[]): Promise<void> {
    const missing = streams.filter((stream) => !this.known.has(stream));
    if (missing.length === 0) return;
    for (const row of (await api.states(missing)).rows) this.known.set(row.stream, row as State);
  }
  all(): State[] {
    return [...this.known.values()];
  }
}

/** Decides the command here. Throws when the core or the states cannot be had: then only the server can say. */
export async function judge(
  states: States,
  actor: string,
  command: string,
  stream: string,
  payload: unknown,
  occurredAt: number,
  acknowledged: Record<string, string>,
): Promise<Verdict> {
  const host = await core();
  await states.need([stream, `officer/${actor}`]);
  for (let round = 0; round < kRounds; round += 1) {
    const answer = host.call({
      call: 'decide',
      command,
      stream,
      actor,
      now: Date.now(),
      occurred_at: occurredAt,
      ...(Object.keys(acknowledged).length ? { acknowledged } : {}),
      salts: Array<string>(32).fill('0'.repeat(32)),
      payload,
      streams: states.all(),
    });
    if (answer.missing) {
      await states.need(answer.missing as string[]);
      continue;
    }
    const error = answer.error as { path?: string } | undefined;
    return { refusals: (answer.refusals as Refusal[] | undefined) ?? [], unread: error ? (error.path ?? '/') : '' };
  }
  throw new Error('the core asks for more and more streams');
}
