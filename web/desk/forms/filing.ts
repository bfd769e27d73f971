// Filing a case: parties, charges and dates come from the enterprise and from what an inspection found.
import type { EnterpriseDossier, Finding, InspectionView } from '@shared/api';
import { dayOf, today } from '@shared/format';
import { zh } from '@shared/zh-CN';
import { enumOptions } from './spec';
import type { FormSpec, Values } from './spec';
import type { ChargeDraft, PartyDraft } from './drafts';

export const fileCase: FormSpec = {
  size: 'wide',
  fields: [
    {
      name: 'source',
      kind: 'choice',
      required: true,
      options: () => enumOptions('casefile.Source', ['inspection', 'accident', 'transfer', 'complaint', 'assigned']),
    },
    { name: 'reference', kind: 'text', required: true },
    { name: 'discovered_on', kind: 'day', required: true },
    { name: 'investigators', kind: 'officers', required: true, wide: true },
    { name: 'parties', kind: 'parties', required: true, wide: true },
    { name: 'charges', kind: 'charges', required: true, wide: true },
  ],
  initial: () => ({ source: 'complaint', discovered_on: today() }),
  finish: (payload, scope) => ({
    ...payload,
    body: scope.body,
    division: scope.preset?.division,
    ...(scope.preset?.inspection ? { inspection: scope.preset.inspection } : {}),
    parties: (payload.parties as PartyDraft[]).map(withoutBlanks),
    charges: (payload.charges as ChargeDraft[]).map(withoutBlanks),
  }),
};

/** A struct without the fields that were left blank. */
export function withoutBlanks(values: object): Values {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) => value !== null && value !== undefined && (value !== '' || key === 'facts'),
    ),
  );
}

export function partyOf(enterprise: EnterpriseDossier): PartyDraft {
  return {
    id: 'p1',
    kind: 'unit',
    subject: 'unit',
    name: enterprise.name,
    enterprise: enterprise.id,
    ...(enterprise.credit_code ? { credit_code: enterprise.credit_code } : {}),
  };
}

/** Findings that a case can begin with: those not in a case yet and not taken back. */
export const chargeable = (findings: Finding[]): Finding[] =>
  findings.filter((one) => !one.case_id && one.status !== 'withdrawn');

/** The same violation found in several places is one charge, whose facts name every place. */
function chargeOf(findings: Finding[], at: number, day: string): ChargeDraft {
  const first = findings[0]!;
  const late = findings.find((one) => one.status === 'uncorrected');
  const places = findings.map((one) => one.place);
  return {
    id: `c${at + 1}`,
    violation: first.violation ?? '',
    act: `a${at + 1}`,
    facts: zh.file.chargeFacts(places, [...new Set(findings.map((one) => one.description))]),
    parties: ['p1'],
    finding: (late ?? first).id,
    act_from: day,
    act_until: day,
    triggers: late ? ['not_corrected_in_time'] : [],
    major_hazard: findings.some((one) => one.major_hazard),
    gains_refundable: false,
  };
}

/** What an inspection knows of a case that begins with its findings. */
export function presetFromInspection(view: InspectionView, enterprise: EnterpriseDossier): Values {
  const { state } = view;
  const day = state.on_site ? dayOf(state.on_site.begun_at) : today();
  const byViolation = new Map<string, Finding[]>();
  for (const one of chargeable(state.findings)) {
    if (one.violation) byViolation.set(one.violation, [...(byViolation.get(one.violation) ?? []), one]);
  }
  return {
    source: 'inspection',
    reference: state.trigger_reference,
    inspection: state.id,
    division: state.division,
    discovered_on: day,
    investigators: state.officers.filter((id) => !state.recused.includes(id)),
    parties: [partyOf(enterprise)],
    charges: [...byViolation.values()].map((findings, at) => chargeOf(findings, at, day)),
  };
}
