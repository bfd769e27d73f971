// An industry by its code of GB/T 4754: the name of the narrowest class that has one here.
import { zh } from '@shared/zh-CN';

/** "C2641 化学原料和化学制品制造业" of "C2641"; what is no code stays as it is. */
export function industryName(code: string | null | undefined): string {
  if (!code) return '';
  for (let length = Math.min(3, code.length); length > 0; length -= 1) {
    const name = zh.industries[code.slice(0, length)];
    if (name) return `${code} ${name}`;
  }
  return code;
}

/** What a list is filtered by. */
export const industryChoices = (): { value: string; label: string }[] =>
  Object.entries(zh.industries).map(([value, name]) => ({ value, label: `${value} ${name}` }));
