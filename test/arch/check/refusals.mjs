// Every refusal code of the core has its wording in Chinese and a law case that names it.
import { code, exists, files, isCpp, isTest, read } from '../tree.mjs';

export const title = 'every refusal code has wording and a case';

const kWording = 'law/wording/zh-CN.json';
// A guard: {"dotted.code", function, at({…
const kGuard = /\{\s*"([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)"\s*,\s*[^,"]+(?:<[^>]*>)?\s*,\s*(?:\w+::)*at\(/g;

export function codesOf(root) {
  const out = new Map();
  for (const file of files(root, 'src/core', (name) => isCpp(name) && !isTest(name))) {
    // Macros carry guards too: a line's continuation mark is no part of the code.
    const text = code(read(root, file)).replace(/\\\n/g, ' \n');
    for (const [, name] of text.matchAll(kGuard)) if (!out.has(name)) out.set(name, file);
  }
  return out;
}

/** Names of the members of a JSON document at any depth, joined by dots as well. */
function namesOf(value, prefix = '', out = new Set()) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return out;
  for (const [name, inner] of Object.entries(value)) {
    out.add(name).add(prefix + name);
    namesOf(inner, `${prefix}${name}.`, out);
  }
  return out;
}

export function check({ root, say = () => {} }) {
  const codes = codesOf(root);
  if (codes.size === 0) return exists(root, 'src/core') ? ['no guard found in src/core'] : [];
  const problems = [];
  if (!exists(root, kWording)) problems.push(`${kWording} is missing`);
  const worded = exists(root, kWording) ? namesOf(JSON.parse(read(root, kWording))) : new Set();
  const cases = files(root, 'test/case')
    .map((file) => read(root, file))
    .join('\n');
  for (const [name, file] of codes) {
    if (!worded.has(name)) problems.push(`${file}: ${name} has no wording in ${kWording}`);
    if (!new RegExp(`(^|[^\\w.])${name.replaceAll('.', '\\.')}($|[^\\w.])`, 'm').test(cases)) {
      problems.push(`${file}: no case in test/case is refused with ${name}`);
    }
  }
  say(`${codes.size} codes`);
  return problems;
}

const guard = 'XIEZHI_GUARDS(Open, {"a.b_c", check<Open>, rule::at({kLaw, 1})});';
export const violations = [
  { 'src/core/a.cpp': guard, 'test/case/a.txt': 'refused a.b_c\n' },
  { 'src/core/a.cpp': guard, [kWording]: '{"a.b_c":"不可以"}', 'test/case/a.txt': 'refused a.b_cd\n' },
];
export const harmless = [
  { 'src/core/a.cpp': guard, [kWording]: '{"a.b_c":"不可以"}', 'test/case/a.txt': 'refused a.b_c\n' },
];
