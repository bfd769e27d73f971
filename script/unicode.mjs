// Writes src/core/feel/letters_table.cpp: general categories and cases as Node's Unicode has them, blocks as Debian's perl
// carries them (perl-modules). `node script/unicode.mjs`; only needed for a newer Unicode.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const CATEGORIES = 'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Zs Zl Zp Sm Sc Sk So Cc Cf Cs Co Cn'.split(
  ' ',
);
const LAST = 0x10ffff;

const tests = CATEGORIES.map((name) => new RegExp(`^\\p{${name}}$`, 'u'));
let guess = 0;
/** Index of the category of a code point. */
function categoryOf(c) {
  const text = String.fromCodePoint(c);
  if (!tests[guess].test(text)) guess = tests.findIndex((one) => one.test(text));
  return guess;
}

const [LU, LL] = [0, 1];
const categories = Array.from({ length: LAST + 1 }, (_, c) => categoryOf(c));

/** Runs of one category; 30: Lu and Ll in turn, Lu at even code points; 31: Lu at odd ones. */
function categoryRuns() {
  const out = [];
  for (let c = 0; c <= LAST; ) {
    let end = c + 1;
    const paired = (at) => [LU, LL].includes(categories[at]) && categories[at] + categories[at + 1] === 1;
    while (end <= LAST && paired(end - 1)) end += 1;
    let kind = categories[c];
    if (end - c >= 4) {
      kind = (categories[c] === LU) === (c % 2 === 0) ? 30 : 31;
    } else {
      for (end = c + 1; end <= LAST && categories[end] === kind; ) end += 1;
      // The last of a run may begin a stretch in turn; the next run takes it along.
      if (
        [LU, LL].includes(kind) &&
        end - c > 1 &&
        end + 2 <= LAST &&
        paired(end - 1) &&
        paired(end) &&
        paired(end + 1)
      ) {
        end -= 1;
      }
    }
    out.push(c * 32 + kind);
    c = end;
  }
  return out;
}

const single = (text) => (Array.from(text).length === 1 ? text.codePointAt(0) : undefined);

/** Runs of code points whose other case lies at the same distance: first, last, step, distance. */
function caseRuns(map) {
  const changed = [];
  for (let c = 0; c <= LAST; c += 1) {
    if (categories[c] >= 27) continue;
    const other = single(map(String.fromCodePoint(c)));
    if (other !== undefined && other !== c) changed.push([c, other - c]);
  }
  const out = [];
  for (let i = 0; i < changed.length; ) {
    const [first, distance] = changed[i];
    const fits = (at, step) => changed[at]?.[1] === distance && changed[at][0] === changed[at - 1][0] + step;
    const step = fits(i + 1, 1) ? 1 : fits(i + 1, 2) ? 2 : 1;
    let last = i;
    while (fits(last + 1, step)) last += 1;
    out.push([first, changed[last][0], step, distance]);
    i = last + 1;
  }
  return out;
}

/** Code points whose upper case is several. */
function longUppers() {
  const out = [];
  for (let c = 0; c <= 0xffff; c += 1) {
    if (categories[c] === CATEGORIES.indexOf('Cs')) continue;
    const upper = Array.from(String.fromCodePoint(c).toUpperCase(), (one) => one.codePointAt(0));
    if (upper.length > 1) out.push([c, upper[0], upper[1], upper[2] ?? 0]);
  }
  return out;
}

function blocks() {
  const version = readdirSync('/usr/share/perl').find((name) => /^5\.\d+\.\d+$/.test(name));
  const text = readFileSync(`/usr/share/perl/${version}/unicore/Blocks.txt`, 'utf8');
  const out = [];
  for (const [, first, last, name] of text.matchAll(/^([0-9A-F]+)\.\.([0-9A-F]+); (.+)$/gm)) {
    out.push([name.replaceAll(' ', ''), Number.parseInt(first, 16), Number.parseInt(last, 16)]);
  }
  // As XML Schema calls some of them.
  const add = (name, known) => out.push([name, ...out.find(([one]) => one === known).slice(1)]);
  add('Greek', 'GreekandCoptic');
  add('CombiningMarksforSymbols', 'CombiningDiacriticalMarksforSymbols');
  add('PrivateUse', 'PrivateUseArea');
  return out.sort(([a], [b]) => (a < b ? -1 : 1));
}

const hex = (value) => `0x${value.toString(16).toUpperCase()}`;

function lines(items) {
  const out = [];
  for (const item of items) {
    if (out.length === 0 || out.at(-1).length + item.length + 2 > 120) out.push('   ');
    out.push(`${out.pop()} ${item},`);
  }
  return out.join('\n');
}

const array = (type, name, items) => `constexpr ${type} ${name}[] = {\n${lines(items)}\n};\n`;
const row = (values) => `{${values.join(', ')}}`;
const run = ([first, last, step, distance]) => row([hex(first), hex(last), step, distance]);

writeFileSync(
  new URL('../src/core/feel/letters_table.cpp', import.meta.url),
  `// Made by script/unicode.mjs from Unicode ${process.versions.unicode}; not to be edited.
#include "core/feel/letters_table.h"

namespace xiezhi::core::feel {
namespace {

// clang-format off
${array('std::uint32_t', 'kCategories', categoryRuns().map(hex))}
${array('CaseRun', 'kLower', caseRuns((text) => text.toLowerCase()).map(run))}
${array('CaseRun', 'kUpper', caseRuns((text) => text.toUpperCase()).map(run))}
${array(
  'LongCase',
  'kLongUpper',
  longUppers().map((one) => row(one.map(hex))),
)}
${array(
  'Block',
  'kBlocks',
  blocks().map(([name, first, last]) => row([`"${name}"`, hex(first), hex(last)])),
)}// clang-format on

}  // namespace

std::span<const std::uint32_t> category_runs() { return kCategories; }
std::span<const CaseRun> lower_runs() { return kLower; }
std::span<const CaseRun> upper_runs() { return kUpper; }
std::span<const LongCase> long_uppers() { return kLongUpper; }
std::span<const Block> blocks() { return kBlocks; }

}  // namespace xiezhi::core::feel
`,
);
