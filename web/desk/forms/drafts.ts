// Parts of a payload while they are being filled in: the server's shapes with what is still blank.
export interface PartyDraft {
  id: string;
  kind: string;
  name?: string;
  credit_code?: string;
  enterprise?: string;
  site?: string;
  person_name?: string;
  id_number?: string;
  subject: string;
  age?: number;
}
export interface ChargeDraft {
  id: string;
  violation?: string | null;
  act: string;
  facts: string;
  parties: string[];
  finding?: string | null;
  act_from: string;
  act_until: string;
  triggers: string[];
  major_hazard: boolean;
  accident?: { deaths: number; injuries: number; loss_fen: number | null };
  illegal_gains_fen?: number | null;
  gains_refundable: boolean;
  last_year_income_fen?: number | null;
  daily?: { violation?: string | null; original_fine_fen?: number | null; ordered_on: string; until: string };
}
export interface SanctionDraft {
  charge: string;
  kind: string;
  amount_fen?: number | null;
  years?: number;
  for_life?: boolean;
}
export interface InstalmentDraft {
  due_on: string;
  amount_fen: number | null;
}
export interface VerdictDraft {
  charge: string;
  ruling: string;
  conditions: string[];
  reduction: string;
  reason: string;
}
export interface RemediesDraft {
  reconsideration_days: number;
  litigation_months: number;
  reconsideration_first: boolean;
}
export interface ShownDraft {
  officer: string;
  number: string;
}
export interface SchemeDraft {
  id: string;
  text: string;
  violation?: string | null;
}

/** A fine that a discretion table grades. */
export interface FineDraft {
  violation: string;
  subject: string;
  stage: string;
  title?: string; // of the violation, where it is known already; no part of the payload
}

/** Discretion as it is being weighed: what the benchmark asked for, and the circumstances. */
export interface WeighingDraft {
  facts: { name: string; value: string }[];
  circumstances: string[];
}
