// Which shape a status has. Shapes only: what may be done is the server's answer.
import type { Mark } from './components/StatusMark.vue';

const kMarks: Record<string, Mark> = {
  // inspections
  opened: 'todo',
  scheme_approved: 'todo',
  on_site: 'doing',
  signing: 'doing',
  correcting: 'doing',
  ready_to_close: 'doing',
  closed: 'done',
  // cases
  investigating: 'doing',
  investigated: 'doing',
  notified: 'doing',
  decided: 'doing',
  served: 'doing',
  terminated: 'off',
  // findings
  open: 'alarm',
  ordered: 'doing',
  verified: 'done',
  uncorrected: 'alarm',
  transferred: 'done',
  case_filed: 'done',
  withdrawn: 'off',
  // items
  passed: 'done',
  failed: 'alarm',
  not_applicable: 'off',
  // enterprises
  operating: 'done',
  suspended: 'off',
  deregistered: 'off',
  revoked: 'off',
  // imports
  running: 'doing',
  done: 'done',
};

export const markOf = (status: string): Mark => kMarks[status] ?? 'todo';
