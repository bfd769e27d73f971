// How the steps of a file are laid out: what is done, by whom and when; what is due next; what is seldom. What is
// lawful and which steps take the file forward is the server's answer.
import type { CaseParty, HistoryRow, Step } from '@shared/api';
import type { People } from '@desk/who';

/** The event by which the journal tells that a step was done. */
const kEvents: Record<string, string> = {
  OpenInspection: 'inspection_opened',
  ApproveScheme: 'scheme_approved',
  RecuseOfficer: 'officer_recused',
  BeginOnSite: 'on_site_begun',
  RecordItem: 'item_recorded',
  RecordFinding: 'finding_recorded',
  WithdrawFinding: 'finding_withdrawn',
  GiveFeedback: 'feedback_given',
  CorrectOnSpot: 'finding_corrected_on_spot',
  OrderCorrection: 'correction_ordered',
  TakeMeasure: 'measure_taken',
  ApproveMeasure: 'measure_approved',
  ExtendMeasure: 'measure_extended',
  BeginTesting: 'testing_begun',
  EndTesting: 'testing_ended',
  LiftMeasure: 'measure_lifted',
  ReviewResumption: 'resumption_reviewed',
  SignByOfficer: 'officer_signed',
  SignByEnterprise: 'enterprise_signed',
  RecordRefusalToSign: 'signing_refused',
  Reinspect: 'finding_reinspected',
  TransferFinding: 'finding_transferred',
  ReplaceOfficer: 'officer_replaced',
  JoinOnSite: 'officer_joined',
  StopSupply: 'supply_stopped',
  RestoreSupply: 'supply_restored',
  CloseInspection: 'inspection_closed',
  FileCase: 'case_filed',
  DecideSummarily: 'summarily_decided',
  ReportSummary: 'summary_reported',
  CollectEvidence: 'evidence_collected',
  VerifyEvidence: 'evidence_verified',
  PreserveEvidence: 'evidence_preserved',
  DisposePreservation: 'preservation_disposed',
  ReplaceInvestigator: 'investigator_replaced',
  EndInvestigation: 'investigation_ended',
  WeighPenalty: 'penalty_weighed',
  GiveNotice: 'notice_given',
  WaiveDefence: 'defence_waived',
  RecordDefence: 'defence_recorded',
  ReviewDefence: 'defence_reviewed',
  RequestHearing: 'hearing_requested',
  NotifyHearing: 'hearing_notified',
  HoldHearing: 'hearing_held',
  ReviewLegality: 'legality_reviewed',
  Deliberate: 'deliberated',
  ExtendDecisionTerm: 'decision_term_extended',
  ReferToPolice: 'referred_to_police',
  RecordReferralAnswer: 'referral_answered',
  Decide: 'decided',
  DecideNoPenalty: 'decided',
  ConsentToElectronicService: 'electronic_service_consented',
  ServeDecision: 'decision_served',
  DiscloseDecision: 'decision_disclosed',
  WithdrawDisclosure: 'disclosure_withdrawn',
  RecordPayment: 'payment_recorded',
  ApproveDeferral: 'deferral_approved',
  RecordRemedy: 'remedy_recorded',
  EndRemedy: 'remedy_ended',
  RevokeDecision: 'decision_revoked',
  RequestRecusal: 'recusal_requested',
  DecideRecusal: 'recusal_decided',
  SuspendTerm: 'term_suspended',
  ResumeTerm: 'term_resumed',
  RecordDemandReply: 'demand_reply_recorded',
  ServeDemand: 'demand_served',
  ApplyToCourt: 'court_applied',
  EndExecution: 'execution_ended',
  ProposeClosure: 'closure_proposed',
  TransferCase: 'case_transferred',
  TerminateCase: 'case_terminated',
  CloseCase: 'case_closed',
};

/** The command whose event this is: "measure_taken" of TakeMeasure. */
export const commandOf = (event: string): string | undefined =>
  Object.keys(kEvents).find((command) => kEvents[command] === event);

/** Steps out of the ordinary course: they stand folded, so that the ordinary ones are seen. */
const kSeldom = new Set([
  'RecuseOfficer',
  'ReplaceOfficer',
  'StopSupply',
  'RequestRecusal',
  'SuspendTerm',
  'WithdrawFinding',
  'TransferFinding',
  'ExtendMeasure',
  'BeginTesting',
  'ReplaceInvestigator',
  'ReferToPolice',
  'RecordReferralAnswer',
  'EndExecution',
  'ExtendDecisionTerm',
  'ApproveDeferral',
  'RevokeDecision',
  'WithdrawDisclosure',
  'ProposeClosure',
  'TransferCase',
  'TerminateCase',
]);
export const seldom = (step: Step): boolean => kSeldom.has(step.command);

/** Steps of a party's own track: whether that party's was done, and when where its record says so. */
const kOfParty: Record<string, (track: CaseParty['track']) => number | boolean | null | undefined> = {
  GiveNotice: (track) => track.notices.at(-1)?.served_at,
  WaiveDefence: (track) => track.waived,
  RecordDefence: (track) => track.defences.at(-1)?.made_at,
  ReviewDefence: (track) => track.defences.length > 0 && track.defences.every((one) => one.adopted != null),
  RequestHearing: (track) => track.hearing?.requested_at,
  NotifyHearing: (track) => track.hearing?.notified_at,
  HoldHearing: (track) => track.hearing?.held_at,
  Decide: (track) => (track.decision?.sanctions.length ? track.decision.decided_at : false),
  DecideNoPenalty: (track) => (track.decision && !track.decision.sanctions.length ? track.decision.decided_at : false),
  ConsentToElectronicService: (track) => track.consented_electronic,
  ServeDecision: (track) => track.service?.served_at,
  DiscloseDecision: (track) => !!track.disclosed_on,
  WithdrawDisclosure: (track) => !!track.disclosure_withdrawn_on,
  RecordPayment: (track) => track.payments.length > 0,
  ApproveDeferral: (track) => !!track.deferred_until,
  RecordRemedy: (track) => track.remedies.length > 0,
  EndRemedy: (track) => track.remedies.length > 0 && track.remedies.every((one) => !!one.until),
  RevokeDecision: (track) => track.decision?.revoked_at,
  ServeDemand: (track) => track.demand_served_at,
  ApplyToCourt: (track) => !!track.court_applied_on,
  EndExecution: (track) => !!track.execution_ended_on,
};

/** Steps that are done only when each of several was. */
function unfinished(command: string, people: People): boolean {
  const state = people.inspection?.state;
  if (!state) return false;
  if (command === 'Reinspect') return state.findings.some((one) => one.status === 'ordered');
  if (command === 'SignByOfficer')
    return state.officer_signatures.length < (state.on_site?.certificates.length ?? Infinity);
  return false;
}

export interface DoneStep {
  command: string;
  who: string;
  at: number | null; // the last time, where it is known
  times: number;
}

function doneOf(command: string, rows: HistoryRow[], people: People): DoneStep | null {
  const own = rows.filter((row) => row.type.replace(/\.\d+$/, '') === kEvents[command]);
  if (own.length === 0) return null;
  const last = own.at(-1)!;
  const parties = people.casefile?.state.parties ?? [];
  const track = parties.find((one) => one.party.id === people.party)?.track;
  const told = track && kOfParty[command]?.(track);
  if (track && kOfParty[command] && !told) return null;
  if (parties.length < 2 || !kOfParty[command])
    return { command, who: last.actor_name || last.actor, at: last.occurred_at, times: own.length };
  // Of several parties, the entry is this one's when its record names the same moment.
  const at = typeof told === 'number' ? told : null;
  const entry = own.find((row) => row.occurred_at === at);
  return { command, who: entry ? entry.actor_name || entry.actor : '', at, times: 1 };
}

/** What was done, in the order of the last time. */
export function doneSteps(rows: HistoryRow[], people: People): DoneStep[] {
  return Object.keys(kEvents)
    .map((command) => doneOf(command, rows, people))
    .filter((one) => one !== null)
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

/** Whether a step that is not lawful now is told among those done rather than among those that cannot be taken. */
export const settled = (step: Step, done: DoneStep[], people: People): boolean =>
  !step.lawful && done.some((one) => one.command === step.command) && !unfinished(step.command, people);

/** The step that is due: the nearest that takes the file forward and is lawful. */
export const dueStep = (steps: Step[], forward: string[]): Step | undefined =>
  forward
    .map((command) => steps.find((step) => step.command === command && step.lawful))
    .find((step) => step !== undefined);
