// What a dossier tells when its records are put together: a time line, what is open, why to go there.
import type { DossierView } from '@shared/api';
import { dayOf, daysBetween, today, yuan } from '@shared/format';
import { enumName } from '@shared/wording';
import { zh } from '@shared/zh-CN';
import { markOf } from '@desk/marks';
import type { Mark } from '@desk/components/StatusMark.vue';

export interface Happening {
  key: string;
  day: string;
  kind: 'inspection' | 'case';
  id: string;
  title: string;
  detail: string;
  mark: Mark;
  status: string;
  due?: string;
  open: boolean;
}

export function happeningsOf(view: DossierView): Happening[] {
  const inspections = view.inspections.map(
    (one): Happening => ({
      key: `i${one.id}`,
      day: dayOf(one.opened_at),
      kind: 'inspection',
      id: one.id,
      title: `${zh.home.inspection}　${one.body_name}`,
      detail: one.findings
        ? zh.file.foundIn(one.findings, one.open_findings ? zh.inspections.unresolved(one.open_findings) : '')
        : zh.inspection.noFindings,
      mark: markOf(one.status),
      status: zh.status.inspection[one.status] ?? one.status,
      due: one.due_on,
      open: one.status !== 'closed',
    }),
  );
  const cases = view.cases.map(
    (one): Happening => ({
      key: `c${one.id}`,
      day: dayOf(one.filed_at),
      kind: 'case',
      id: one.id,
      title: `${zh.home.case}　${one.body_name}`,
      detail: one.fine_fen ? `${zh.casefile.fine} ${yuan(one.fine_fen)} ${zh.common.yuan}` : '',
      mark: markOf(one.status),
      status: zh.status.case[one.status] ?? one.status,
      due: one.due_on,
      open: !['closed', 'terminated'].includes(one.status),
    }),
  );
  return [...inspections, ...cases].sort((a, b) => b.day.localeCompare(a.day));
}

const kDaysInMonth = 30;
const kLongMonths = 12;
const kHighGrades = ['a', 'b'];

/** Why to go there, from the record alone: facts, not a judgement. */
export function reasonsOf(view: DossierView): { text: string; alarm: boolean }[] {
  const out: { text: string; alarm: boolean }[] = [];
  const open = view.inspections.reduce((total, one) => total + one.open_findings, 0);
  if (open) out.push({ text: zh.file.whyOpenFindings(open), alarm: true });
  const now = today();
  const late = view.findings.filter((one) => one.deadline && one.deadline < now).length;
  if (late) out.push({ text: zh.file.whyOverdue(late), alarm: true });
  for (const one of view.licences)
    if (!one.ended_on && one.valid_until && one.valid_until < now)
      out.push({
        text: zh.file.whyExpired(enumName('dossier.LicenceKind', one.kind), one.valid_until),
        alarm: true,
      });
  for (const one of view.hazard_sources)
    if (!one.closed_on && !one.filed_on) out.push({ text: zh.file.whyUnfiled(one.name), alarm: true });
  const grade = view.grading?.grade;
  if (grade)
    out.push({ text: zh.file.whyGrade(enumName('dossier.RiskGrade', grade)), alarm: kHighGrades.includes(grade) });
  const { penalties } = view.enterprise;
  if (penalties.some((one) => one.major_hazard)) out.push({ text: zh.file.whyMajor, alarm: true });
  if (penalties.length)
    out.push({ text: zh.file.whyPenalty(new Set(penalties.map((one) => one.case_id)).size), alarm: false });
  const last = Math.max(0, ...view.inspections.map((one) => one.opened_at));
  if (last === 0) out.push({ text: zh.file.whyNever, alarm: false });
  else {
    const months = Math.floor(daysBetween(dayOf(last), today()) / kDaysInMonth);
    if (months >= kLongMonths) out.push({ text: zh.file.whyLong(months), alarm: false });
  }
  return out;
}
