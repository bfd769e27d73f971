// What ids inside a file are called when the law's answers speak of them.
import type { CaseView, InspectionView } from '@shared/api';
import type { Labels } from '@shared/wording';
import { zh } from '@shared/zh-CN';

const short = (text: string) => (text.length > 18 ? `${text.slice(0, 18)}…` : text);

export function inspectionLabels({ state, names }: InspectionView): Labels {
  const labels: Labels = { ...names };
  state.findings.forEach((one, at) => (labels[one.id] = `${zh.inspection.finding(at + 1)} ${short(one.description)}`));
  state.orders.forEach((one, at) => (labels[one.id] = zh.inspection.order(at + 1)));
  state.measures.forEach((one, at) => (labels[one.id] = `${zh.inspection.measure(at + 1)} ${short(one.object)}`));
  return labels;
}

export function partyName(view: CaseView, id: string): string {
  const party = view.state.parties.find((one) => one.party.id === id)?.party;
  const commitment = party?.person_name ?? '';
  return party?.name ?? view.personal[commitment] ?? zh.casefile.person;
}

export function caseLabels(view: CaseView): Labels {
  const { state } = view;
  const labels: Labels = { ...view.names };
  state.parties.forEach(({ party }) => (labels[party.id] = partyName(view, party.id)));
  state.charges.forEach((one, at) => {
    const title = view.ranges.find((range) => range.charge === one.id)?.title ?? one.facts;
    labels[one.id] = `${zh.casefile.charge(at + 1)} ${short(title)}`;
  });
  state.evidence.forEach((one, at) => (labels[one.id] = `${zh.casefile.evidenceNo(at + 1)} ${short(one.caption)}`));
  return labels;
}
