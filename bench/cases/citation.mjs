// Places in the law as published decisions cite them, and as the law pack has them.

const kDigits = { 零: 0, 〇: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/// 一百一十四 → 114; digits stay.
export function numeral(text) {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const sign of text) {
    if (sign in kDigits) digit = kDigits[sign];
    else {
      total += (digit || 1) * { 十: 10, 百: 100, 千: 1000 }[sign];
      digit = 0;
    }
  }
  return total + digit;
}

const kNumber = '[零〇一二三四五六七八九十百千\\d]+';
const kPlace = new RegExp(`^(.+?)\\s*第(${kNumber})条(?:之(${kNumber}))?(?:第(${kNumber})款)?(?:第(${kNumber})项)?`);

/// Tables of discretion grade a penalty; they are no basis of one.
const kNoBasis = /裁量|细则/;

/// "安全生产法 第九十九条第一项" → its parts; null where no article of a law is named. Remarks in brackets say nothing
/// of the place; a year does, it names a version.
export function parse(text) {
  const plain = text.replace(/[《》]/g, '').replace(/\((?!\d{4}\))[^)]*\)/g, '');
  const found = kNoBasis.test(plain) ? null : plain.match(kPlace);
  if (!found) return null;
  const [, title, ...numbers] = found;
  const [article, inserted, paragraph, item] = numbers.map((one) => (one ? numeral(one) : null));
  return { title: title.replace(/^中华人民共和国/, '').trim(), article, inserted, paragraph, item, text };
}

/// Whether a place of ours is the one cited: as exact as the citation is. 第一款 is often left out and often added
/// where an article has but one paragraph.
export function same(cited, ours) {
  if (cited.title !== ours.title || cited.article !== ours.article || cited.inserted !== ours.inserted) return false;
  if (cited.item) return cited.item === ours.item && (cited.paragraph ?? 1) === (ours.paragraph ?? 1);
  return cited.paragraph ? cited.paragraph === (ours.paragraph ?? 1) : true;
}

/// Where the pack punishes a violation or an offence.
export function placesOf(pack) {
  const titles = new Map(pack.instruments.map((one) => [one.id, one.short_title]));
  const place = (at) => ({
    title: titles.get(at.instrument),
    article: at.article,
    inserted: null,
    paragraph: at.paragraph ?? null,
    item: at.item ?? null,
  });
  const out = new Map();
  for (const one of pack.violations) out.set(one.id, [place(one.penalty), ...one.branches.map((b) => place(b.at))]);
  for (const one of pack.vocabulary.offences) out.set(one.id, one.basis.map(parse));
  return out;
}
