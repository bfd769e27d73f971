// The shapes that the API speaks in. Written by hand until the server describes itself; then aliases of schema.gen.ts.
export interface Citation { instrument: string; article: number; paragraph?: number | null; item?: number | null }
export interface Refusal { code: string; severity: 'refusal' | 'advice'; articles: Citation[]; facts: Record<string, string> }
export interface Step { command: string; lawful: boolean; refusals: Refusal[] }
export interface NextView { version: number; steps: Step[] }

export interface Caller { officer: string; name: string; body: string; body_name: string; division: string; duties: string[]; rank: string }
export interface SessionView { account: string; caller: Caller; csrf_token: string }

export interface CommandRequest {
  command_id: string; stream: string; expected_version: number; occurred_at?: number; late_reason?: string;
  acknowledged?: Record<string, string>; payload: unknown;
}
export interface CommandReply { status: string; stream?: string; version?: number; events?: string[] }

export interface EnterpriseItem {
  id: string; name: string; credit_code?: string | null; industry?: string | null; address?: string | null;
  division: string; place: string; status: string;
}
export interface EnterprisePage { items: EnterpriseItem[]; next?: string | null }
export interface Site { id: string; name: string; address: string; division: string }
export interface EnterpriseDossier extends EnterpriseItem {
  version: number; type?: string | null; scope?: string | null; registered_on?: string | null;
  registered_capital?: string | null; legal_representative?: string | null; phone?: string | null; updated_at: number;
  sites: Site[]; penalties: { case_id: string; party: string; decided_on: string; instrument: string; major_hazard: boolean }[];
}
export interface DossierView { enterprise: EnterpriseDossier; inspections: InspectionRow[]; cases: CaseRow[] }

export interface InspectionRow {
  id: string; version: number; enterprise: string; enterprise_name: string; division: string; place: string; body: string;
  body_name: string; status: string; opened_at: number; findings: number; open_findings: number; due_on?: string | null;
}
export interface CaseRow {
  id: string; version: number; enterprise?: string | null; title: string; division: string; place: string; body: string;
  body_name: string; status: string; filed_at: number; due_on?: string | null; fine_fen: number;
}
export interface Page<Row> { rows: Row[]; next_cursor?: string | null }

export interface Attachment { sha256: string; caption: string }
export interface SchemeItem { id: string; text: string; violation?: string | null }
export interface Finding {
  id: string; item?: string | null; violation?: string | null; description: string; place: string; major_hazard: boolean;
  evidence: Attachment[]; status: string; order?: string | null; case_id?: string | null;
}
export interface Term { start: number; unit: string; length: number; basis: string; extension: number }
export interface Measure {
  id: string; kind: string; finding: string; object: string; taken_at: number; approved_by?: string | null; urgent: boolean;
  term?: Term | null; ended_on?: string | null;
}
export interface Inspection {
  id: string; body: string; enterprise: string; site?: string | null; division: string; trigger: string;
  trigger_reference: string; officers: string[]; recused: string[]; scheme: SchemeItem[]; scheme_approved_by?: string | null;
  on_site?: { begun_at: number; person_in_charge: string; person_role: string; certificates: { officer: string; number: string }[] } | null;
  records: { item: string; result: string; note: string }[]; findings: Finding[]; feedback_at?: number | null;
  orders: { id: string; findings: string[]; requirements: string; deadline: string; ordered_at: number }[];
  measures: Measure[]; officer_signatures: string[];
  enterprise_signature?: { agreed: boolean; person: string; refusal_reason?: string | null; reported_to?: string | null } | null;
  reinspections: { finding: string; corrected: boolean; note: string; officers: string[]; done_at: number }[];
  closed_at?: number | null;
}
export interface InspectionView { stream: string; version: number; state: Inspection; names: Record<string, string>; personal: Record<string, string> }

export interface Charge {
  id: string; violation: string; act: string; facts: string; parties: string[]; finding?: string | null; act_from: string;
  act_until: string; triggers: string[]; major_hazard: boolean;
  accident?: { deaths: number; injuries: number; loss_fen: number } | null;
  illegal_gains_fen?: number | null; gains_refundable: boolean; last_year_income_fen?: number | null;
}
export interface Sanction { charge: string; kind: string; amount_fen?: number | null; years?: number | null }
export interface ChargeVerdict { charge: string; ruling: string; conditions: string[]; reduction?: string | null; reason: string }
export interface Decision {
  number: string; decided_at: number; decided_by: string; verdicts: ChargeVerdict[]; sanctions: Sanction[];
  total_fine_fen: number; correction: string; remedies: { reconsideration_days: number; litigation_months: number; reconsideration_first: boolean };
  summary: boolean; revoked_at?: number | null;
}
export interface Track {
  notices: { id: string; served_at: number; sanctions: Sanction[]; hearing_offered: boolean }[]; waived: boolean;
  defences: { id: string; made_at: number; content: string; adopted?: boolean | null }[];
  hearing?: { requested_at: number; notified_at?: number | null; scheduled_on?: string | null; presider?: string | null; held_at?: number | null; abandoned: boolean } | null;
  decision?: Decision | null; service?: { method: string; served_at: number } | null; consented_electronic: boolean;
  payments: { amount_fen: number; paid_on: string; channel: string; receipt: string }[]; deferred_until?: string | null;
  remedies: { id: string; kind: string; from: string; until?: string | null; result: string }[];
  demand_served_at?: number | null; court_applied_on?: string | null; disclosed_on?: string | null; disclosure_withdrawn_on?: string | null;
}
export interface Party {
  id: string; kind: string; name?: string | null; credit_code?: string | null; enterprise?: string | null; site?: string | null;
  person_name?: string | null; id_number?: string | null;
}
export interface CaseParty { party: Party; subject: string; age?: number | null; track: Track }
export interface Evidence { id: string; kind: string; caption: string; sha256?: string | null; charges: string[]; new_facts: boolean; verified?: boolean | null }
export interface CaseFile {
  id: string; source: string; reference: string; inspection?: string | null; body: string; division: string;
  discovered_on: string; filed_at: number; summary_procedure: boolean; investigators: string[]; recused: string[];
  charges: Charge[]; parties: CaseParty[]; evidence: Evidence[];
  preservations: { id: string; items: string; term: Term; disposition?: string | null }[];
  investigation_ended_at?: number | null;
  character: { complex: boolean; major: boolean; public_interest: boolean; suspected_crime: boolean; harms_life: boolean };
  review?: { reviewer: string; passed: boolean; opinion: string } | null;
  deliberation?: { members: string[]; conclusion: string } | null;
  referred_on?: string | null; closure_proposed_on?: string | null; summary_reported_at?: number | null;
  terminated_at?: number | null; closed_at?: number | null;
}
export interface Balance { fine_fen: number; additional_fen: number; paid_fen: number; due_fen: number; pay_by?: string | null }
export interface RangeView {
  charge: string; party: string; title: string; article: string; has_fine: boolean; known: boolean; min_fen: number;
  max_fen: number; measures: string[];
}
export interface CaseView {
  stream: string; version: number; state: CaseFile; names: Record<string, string>; personal: Record<string, string>;
  balances: Record<string, Balance>; ranges: RangeView[]; decide_by?: string | null; disclose_by: Record<string, string>;
}

export interface TaskRow { stream: string; kind: string; title: string; enterprise_name?: string | null; status: string; due_on?: string | null; since: number; place: string }
export interface Certificate { number: string; kind: string; valid_from: string; valid_until: string; revoked_on?: string | null }
export interface OfficerRow { id: string; name: string; body: string; body_name: string; rank: string; duties: string[]; certificates: Certificate[]; left_on?: string | null }
export interface BodyRow { id: string; name: string; level: string; kind: string; division: string; parent?: string | null }
export interface ViolationRow { id: string; title: string; article: string; duty: string[]; subjects: string[]; ours: boolean }
export interface DivisionRow { code: string; name: string; parent?: string | null }
export interface FigureRow { key: string; value: number; unit: string; source: string; status: string }
export interface HistoryRow { version: number; type: string; actor: string; actor_name: string; occurred_at: number; recorded_at: number; leaf_index?: number | null }
export interface OverviewView { files: { kind: string; status: string; count: number }[]; enterprises: number }

export interface ImportProgress {
  offset: number; total_bytes: number; record: number; rows: number; created: number; updated: number; unchanged: number;
  duplicates: number; conflicts: number; rejected: number; remarked: number; placed_by: Record<string, number>;
}
export interface ImportJob { id: string; file_name: string; actor: string; state: 'running' | 'done' | 'failed'; started_at: number; updated_at: number; progress: ImportProgress }
