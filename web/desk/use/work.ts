// Sorting the workbench: what is mine, what waits for others, and why. What is lawful is the server's answer; here it
// is only told apart.
import type { WorkRow, WorkStep } from '@shared/api';
import { caller, hasDuty } from '@shared/session';
import { commandName } from '@shared/wording';
import { zh } from '@shared/zh-CN';
import { dutyOfCodes } from '@desk/who';

export interface Work {
  row: WorkRow;
  id: string;
  mine: boolean;
  step: string; // the name of the step that is next
  command: string;
  why: string; // why it came to me, or for whom it waits
}

const kOfHead = ['ApproveScheme', 'ApproveMeasure', 'FileCase', 'DecideRecusal', 'Decide', 'Deliberate', 'CloseCase'];
const kSoonDays = 3;

function reasonOf(row: WorkRow, step: WorkStep): string {
  const { reasons } = zh.work;
  if (step.command === 'FileCase') return reasons.filing!;
  if (step.command === 'DecideRecusal') return reasons.recusal!;
  if (kOfHead.includes(step.command) && hasDuty('approver')) return reasons.head!;
  if (step.command === 'ReviewLegality') return reasons.reviewer!;
  if (step.command === 'HoldHearing') return reasons.presider!;
  if (row.assigned) return row.kind === 'case' ? reasons.assignedCase! : reasons.assignedInspection!;
  return reasons.investigator!;
}

/** An approver does not do his officers' work, nor officers one another's: only what belongs to the person is his. */
function isMine(row: WorkRow, step: WorkStep): boolean {
  if (!step.lawful) return false;
  if (row.assigned) return true;
  return kOfHead.includes(step.command) || step.command === 'ReviewLegality' || step.command === 'HoldHearing';
}

/** Of what is mine, the step whose term is about to end comes first; else the nearest that takes the file forward. */
function ownStep(row: WorkRow): WorkStep | undefined {
  const mine = row.steps.filter((step) => isMine(row, step));
  const pressing = row.due_on && row.working_days != null && row.working_days <= kSoonDays;
  return (pressing && mine.find((step) => step.command === row.due_command)) || mine[0];
}

export function workOf(row: WorkRow): Work {
  const id = row.stream.slice(row.stream.indexOf('/') + 1);
  const own = ownStep(row);
  if (own)
    return { row, id, mine: true, step: commandName(own.command), command: own.command, why: reasonOf(row, own) };
  const lawful = row.steps.find((step) => step.lawful);
  const others = row.steps.find((step) => !step.lawful && dutyOfCodes(step.codes));
  const next = lawful ?? others;
  const duty = lawful ? null : others ? dutyOfCodes(others.codes) : null;
  const who = lawful
    ? row.officers.join(zh.common.and)
    : duty === 'investigator' || duty === 'onSite'
      ? row.officers.join(zh.common.and)
      : duty
        ? (zh.steps.duties[duty] ?? '')
        : '';
  return {
    row,
    id,
    mine: false,
    step: next ? commandName(next.command) : '',
    command: next?.command ?? '',
    why: who ? zh.work.waitsFor(who) : zh.work.waitsLaw,
  };
}

export type GroupKey = 'late' | 'soon' | 'later' | 'open';

export function groupOf(row: WorkRow, today: string): GroupKey {
  if (!row.due_on) return 'open';
  if (row.due_on < today) return 'late';
  return (row.working_days ?? kSoonDays + 1) <= kSoonDays ? 'soon' : 'later';
}

export const isLeader = (): boolean => ['head', 'deputy_head'].includes(caller().rank) || hasDuty('approver');
