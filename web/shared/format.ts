// Money, dates and instants as people write them. Legal days are those of +08:00, whatever the machine's zone.

const kLegalOffsetMs = 8 * 3_600_000;

/** 1234567 fen → "12,345.67"; whole yuan without decimals. */
export function yuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = Math.abs(fen) % 100;
  return `${fen < 0 ? '-' : ''}${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** "12,345.67", "5万", "1.2万" → fen; null when it is no amount. */
export function parseYuan(text: string): number | null {
  const match = /^(\d+)(?:\.(\d{1,6}))?(万|萬)?元?$/.exec(text.replace(/[,，\s]/g, ''));
  if (!match) return null;
  const digits = match[3] ? 6 : 2;
  const decimals = (match[2] ?? '').padEnd(digits, '0');
  if (decimals.slice(digits).replace(/0/g, '') !== '') return null;
  const fen = Number(match[1] + decimals.slice(0, digits));
  return Number.isSafeInteger(fen) ? fen : null;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** The legal day of an instant, "2026-09-30". */
export function dayOf(ms: number): string {
  return new Date(ms + kLegalOffsetMs).toISOString().slice(0, 10);
}
export const today = () => dayOf(Date.now());

/** "2026-09-30 14:05" of an instant. */
export function momentOf(ms: number): string {
  return new Date(ms + kLegalOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
}

/** The instant of a legal day and a time "14:05". */
export function instantOf(day: string, time: string): number {
  return Date.parse(`${day}T${time}:00Z`) - kLegalOffsetMs;
}

function valid(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 1900 ? `${year}-${pad(month)}-${pad(day)}` : null;
}

/** "20260930", "2026-9-30", "2026.9.30", "0930", "930" (this year) → "2026-09-30"; null when it is no date. */
export function parseDay(text: string, year = Number(today().slice(0, 4))): string | null {
  const plain = text.trim();
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (digits) return valid(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const short = /^(\d{1,2})(\d{2})$/.exec(plain) ?? /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  return short ? valid(year, Number(short[1]), Number(short[2])) : null;
}

/** "14:05" of "1405", "905", "14:5"; null when it is no time. */
export function parseTime(text: string): string | null {
  const match = /^(\d{1,2})[:：]?(\d{2})$/.exec(text.trim());
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return `${pad(Number(match[1]))}:${match[2]}`;
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days from `from` to `to`: negative when `to` lies behind. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** "2026年9月30日" */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The weekday's index, 0 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** 1–9999 as statutes number articles: 十, 一百一十四. */
export function chineseNumeral(value: number): string {
  const digits = '零一二三四五六七八九';
  const units = ['', '十', '百', '千'];
  const text = String(value);
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const digit = Number(text[at]);
    const unit = units[text.length - 1 - at];
    if (digit !== 0) out += digits[digit]! + unit;
    else if (!out.endsWith('零')) out += '零';
  }
  out = out.replace(/零+$/, '');
  return value >= 10 && value < 20 ? out.slice(1) : out;
}
