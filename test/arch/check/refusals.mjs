// Every refusal code of the core has its wording in Chinese and a law case that names it. The codes are those that the
// program itself lists.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { exists, files, read } from '../tree.mjs';

export const title = 'every refusal code has wording and a case';
export const needsBuild = true;

const kWording = 'law/wording/zh-CN.json';

function listed(root, build) {
  const done = spawnSync(path.join(build, 'xiezhi'), ['law', 'guards', '--law', 'law'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return done.status === 0 ? done.stdout : '';
}

/** The codes of `xiezhi law guards`: each begins its block, with the severity behind it. */
const codesOf = (guards) => [...guards.matchAll(/^([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+) \(/gm)].map((match) => match[1]);

/** Names of the members of a JSON document at any depth, joined by dots as well. */
function namesOf(value, prefix = '', out = new Set()) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return out;
  for (const [name, inner] of Object.entries(value)) {
    out.add(name).add(prefix + name);
    namesOf(inner, `${prefix}${name}.`, out);
  }
  return out;
}

export function check({ root, build, guards = listed(root, build), say = () => {} }) {
  const codes = codesOf(guards);
  if (codes.length === 0) return ['the program lists no guard'];
  const problems = [];
  if (!exists(root, kWording)) problems.push(`${kWording} is missing`);
  const worded = exists(root, kWording) ? namesOf(JSON.parse(read(root, kWording))) : new Set();
  const cases = files(root, 'test/case')
    .map((file) => read(root, file))
    .join('\n');
  for (const name of codes) {
    if (!worded.has(name)) problems.push(`${name} has no wording in ${kWording}`);
    if (!new RegExp(`(^|[^\\w.])${name.replaceAll('.', '\\.')}($|[^\\w.])`, 'm').test(cases)) {
      problems.push(`no case in test/case is refused with ${name}`);
    }
  }
  say(`${codes.length} codes`);
  return problems;
}

const guards = 'a.b_c (refusal)\n  article    某法 第一条\n  commands   Open\n';
export const violations = [
  { guards, 'test/case/a.txt': 'refused a.b_c\n' },
  { guards, [kWording]: '{"a.b_c":"不可以"}', 'test/case/a.txt': 'refused a.b_cd\n' },
  { guards: '', [kWording]: '{"a.b_c":"不可以"}', 'test/case/a.txt': 'refused a.b_c\n' },
];
export const harmless = [{ guards, [kWording]: '{"a.b_c":"不可以"}', 'test/case/a.txt': 'refused a.b_c\n' }];
