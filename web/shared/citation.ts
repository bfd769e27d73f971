// Citations within a text: "…（安全生产法第九十九条第一项）" names an article whose text can be asked for.
import { instrumentTitles } from './wording';

export interface Place {
  instrument: string; // id in the law pack
  article: number;
  paragraph?: number;
  item?: number;
}
export interface Piece {
  text: string;
  place?: Place;
}

const kDigits = '零一二三四五六七八九';
const kUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** 一百一十四 → 114; 0 when it is no numeral. */
export function numeralValue(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const sign of text) {
    const unit = kUnits[sign];
    if (unit) {
      sum += (digit || 1) * unit;
      digit = 0;
    } else {
      digit = kDigits.indexOf(sign);
      if (digit < 0) return 0;
    }
  }
  return sum + digit;
}

let pattern: RegExp | null = null;
const ids = new Map<string, string>();

function citations(): RegExp {
  if (pattern) return pattern;
  for (const [id, title] of instrumentTitles()) ids.set(title, id);
  // The longer title first: 矿山安全法实施条例 begins as 矿山安全法 does.
  const titles = [...ids.keys()]
    .sort((a, b) => b.length - a.length)
    .map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) // 安全生产法(2014)
    .join('|');
  const number = `[${kDigits}十百千]+`;
  pattern = new RegExp(`(${titles})\\s*第(${number})条(?:第(${number})款)?(?:第(${number})项)?`, 'g');
  return pattern;
}

/** The text in pieces, those that name an article with their place. */
export function piecesOf(text: string): Piece[] {
  const out: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(citations())) {
    const [whole, title, article, paragraph, item] = found;
    if (found.index > done) out.push({ text: text.slice(done, found.index) });
    const place: Place = { instrument: ids.get(title!)!, article: numeralValue(article!) };
    if (paragraph) place.paragraph = numeralValue(paragraph);
    if (item) place.item = numeralValue(item);
    out.push({ text: whole, place });
    done = found.index + whole.length;
  }
  if (done < text.length) out.push({ text: text.slice(done) });
  return out;
}
