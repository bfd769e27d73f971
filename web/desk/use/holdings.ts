// Terms of what a dossier holds, as shapes and words. Whether something is allowed is not told here.
import type { DossierView } from '@shared/api';
import { daysBetween, today } from '@shared/format';
import { enumName } from '@shared/wording';
import { zh } from '@shared/zh-CN';
import type { Mark } from '@desk/components/StatusMark.vue';

export interface Term {
  mark: Mark;
  text: string;
}
const kSoonDays = 90;

export function termOf(until: string | null | undefined): Term {
  if (!until) return { mark: 'todo', text: zh.holdings.noTerm };
  const days = daysBetween(today(), until);
  if (days < 0) return { mark: 'alarm', text: zh.holdings.over(-days) };
  if (days <= kSoonDays) return { mark: 'alarm', text: zh.holdings.soon(days) };
  return { mark: 'done', text: zh.holdings.until(until) };
}

export function licenceTerm(licence: DossierView['licences'][number]): Term {
  if (!licence.ended_on) return termOf(licence.valid_until);
  const why = enumName('dossier.LicenceEnd', licence.ended_by);
  return { mark: 'off', text: zh.holdings.ended(licence.ended_on, why) };
}
