// Who can take a step that is not mine: told from the refusals that speak of the person, not of the matter.
import type { CaseView, InspectionView, OfficerRow, Refusal, Step } from '@shared/api';

type Duty = 'head' | 'reviewer' | 'investigator' | 'onSite' | 'certified' | 'superior' | 'presider';

const kWho: Record<string, Duty> = {
  'scheme.not_by_approver': 'head',
  'recusal.not_by_head': 'head',
  'recusal.own_request': 'head',
  'measure.approver_not_head': 'head',
  'actor.not_the_head': 'head',
  'filing.not_by_head': 'head',
  'supply.not_by_the_head': 'head',
  'review.not_a_reviewer': 'reviewer',
  'review.reviewer_investigated': 'reviewer',
  'actor.not_an_investigator': 'investigator',
  'record.actor_not_on_site': 'onSite',
  'join.not_assigned': 'onSite',
  'actor.uncertified': 'certified',
  'actor.of_other_body': 'certified',
  'actor.not_an_officer': 'certified',
  'actor.recused': 'certified',
  'benchmark.not_a_reviewer': 'reviewer',
  'regulation.not_a_reviewer': 'reviewer',
  'benchmark.not_an_approver': 'head',
  'regulation.not_an_approver': 'head',
  'benchmark.approver_has_edited': 'head',
  'regulation.approver_has_edited': 'head',
  'jurisdiction.not_by_superior': 'superior',
  'hearing.held_by_other': 'presider',
};
// The narrower says more: an investigator is certified as well.
const kNarrowest: Duty[] = ['head', 'reviewer', 'presider', 'superior', 'investigator', 'onSite', 'certified'];

export const blocking = (step: Step): Refusal[] => step.refusals.filter((refusal) => refusal.severity === 'refusal');

/** What stands in the way whoever asks; only when nothing does, that it is the wrong person. */
export const mainReason = (step: Step): Refusal =>
  blocking(step).find((refusal) => !kWho[refusal.code]) ?? blocking(step)[0]!;

/** The duty of those who can, when nothing but the person stands in the way; null otherwise. */
export function dutyOfOthers(step: Step): Duty | null {
  return dutyOfCodes(blocking(step).map((refusal) => refusal.code));
}

/** The same of a step's codes of refusal. */
export function dutyOfCodes(codes: string[]): Duty | null {
  const duties = codes.map((code) => kWho[code]);
  if (duties.length === 0 || duties.includes(undefined)) return null;
  return kNarrowest.find((duty) => duties.includes(duty)) ?? null;
}

export interface People {
  officers: OfficerRow[];
  body: string;
  inspection?: InspectionView;
  casefile?: CaseView;
  party?: string;
}

/** Names of those who can. */
export function namesOf(duty: Duty, people: People): string[] {
  const own = people.officers.filter((officer) => officer.body === people.body);
  const byIds = (ids: string[]) =>
    ids.map((id) => (people.casefile?.state && people.casefile.names[id]) || people.inspection?.names[id] || id);
  switch (duty) {
    case 'head':
      return own.filter((one) => one.duties.includes('approver')).map((one) => one.name);
    case 'reviewer':
      return own.filter((one) => one.duties.includes('legal_reviewer')).map((one) => one.name);
    case 'investigator':
      return byIds(people.casefile?.state.investigators ?? people.inspection?.state.officers ?? []);
    case 'onSite':
      return byIds(people.inspection?.state.on_site?.certificates.map((shown) => shown.officer) ?? []);
    case 'presider': {
      const presider = people.casefile?.state.parties.find((one) => one.party.id === people.party)?.track.hearing
        ?.presider;
      return presider ? byIds([presider]) : [];
    }
    case 'certified':
      return own.filter((one) => one.duties.includes('investigator')).map((one) => one.name);
    case 'superior':
      return [];
  }
}
