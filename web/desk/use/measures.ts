// What is counted of a place, in the order in which it is shown.
import type { PlaceFigures } from '@shared/api';
import { zh } from '@shared/zh-CN';

export type Measure = 'inspections' | 'open_findings' | 'findings' | 'cases' | 'overdue' | 'fine_fen' | 'enterprises';

export const kMeasures: [Measure, string][] = [
  ['inspections', zh.figures.inspections],
  ['findings', zh.figures.findings],
  ['open_findings', zh.figures.openFindings],
  ['cases', zh.figures.cases],
  ['overdue', zh.figures.overdue],
  ['fine_fen', zh.figures.fine],
  ['enterprises', zh.figures.enterprises],
];

/** The list of what a measure counts, where it counts files. */
export const filesOf = (key: Measure): string | undefined =>
  key === 'inspections' || key === 'cases' ? key : undefined;

const kFenInTenThousand = 1_000_000;

/** Fines in ten thousand yuan, to one decimal. */
export const valueOf = (one: PlaceFigures, key: Measure): number =>
  key === 'fine_fen' ? Math.round((one.fine_fen / kFenInTenThousand) * 10) / 10 : one[key];
