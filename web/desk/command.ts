// Sending a command: the envelope, one id for one content, and what the answer means for the form.
import { ref, shallowRef } from 'vue';
import { api, Problem } from '@shared/api';
import type { CommandReply, CommandRequest, Refusal } from '@shared/api';
import { instantOf } from '@shared/format';
import { uuidv7 } from '@shared/uuid';
import { zh } from '@shared/zh-CN';

/** An act recorded after its day: when it was, and why it comes late. */
export interface Late {
  on: boolean;
  day: string;
  time: string;
  reason: string;
}

export function useCommand() {
  const busy = ref(false);
  const message = ref('');
  const refusals = shallowRef<Refusal[]>([]);
  let sentBody = '';
  let commandId = '';

  async function send(
    name: string,
    stream: string,
    version: number,
    payload: unknown,
    late: Late,
    acknowledged: Record<string, string>,
  ): Promise<CommandReply | 'conflict' | null> {
    const content = {
      stream,
      expected_version: version,
      payload,
      ...(late.on ? { occurred_at: instantOf(late.day, late.time), late_reason: late.reason.trim() } : {}),
      ...(Object.keys(acknowledged).length ? { acknowledged } : {}),
    };
    // A repeated sending of the same content keeps its id, so that what was recorded is not recorded twice.
    const body = JSON.stringify([name, content]);
    if (body !== sentBody) commandId = uuidv7();
    sentBody = body;
    busy.value = true;
    message.value = '';
    try {
      const reply = await api.command(name, { command_id: commandId, ...content } as CommandRequest);
      refusals.value = [];
      return reply;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refusals.value = error.refusals;
      if (error.code === 'command.conflict') {
        message.value = zh.states.changed;
        return 'conflict';
      }
      if (error.refusals.length === 0) message.value = wordsOf(error);
      return null;
    } finally {
      busy.value = false;
    }
  }
  return { busy, message, refusals, send };
}

function wordsOf(problem: Problem): string {
  if (problem.status === 0) return `${zh.states.networkTitle}。${zh.states.network}`;
  const detail = [problem.path, problem.detail].filter(Boolean).join(' ');
  return detail ? zh.common.aside(problem.title, detail) : problem.title;
}
