// Documents name only files that exist, and the ones every reader looks for are there.
import path from 'node:path';
import { exists, files, read } from '../tree.mjs';

export const title = 'documents name existing files';

const kWanted = [
  'README.md',
  'README.zh-CN.md',
  'ARCHITECTURE.md',
  'STYLE.md',
  'GLOSSARY.md',
  'LICENSE',
  '.ci/run',
  'script/setup',
  'script/build',
  'script/server',
  'script/test',
  'script/bench',
  'script/format',
];
const kTop = /^(src|web|law|test|bench|script|docs|cmake|\.ci)\//;

/** Paths that a Markdown text names: in backticks from a top folder, or as the target of a link. */
export function namedIn(markdown) {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '');
  const ticks = [...prose.matchAll(/`([^`\s]+)(?:\s[^`]*)?`/g)]
    .map((match) => match[1])
    .filter((name) => kTop.test(name));
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]);
  const local = links
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .map((target) => ({ link: target.split('#')[0] }));
  return [...ticks.map((tick) => ({ tick })), ...local];
}

const variable = (name) => /[*{}<>…]|NAME|FILE|DIR/.test(name);

export function check({ root, wanted = kWanted }) {
  const problems = wanted.filter((file) => !exists(root, file)).map((file) => `${file} is missing`);
  for (const file of files(root, '', (name) => name.endsWith('.md'))) {
    for (const { tick, link } of namedIn(read(root, file))) {
      const target = tick ?? path.posix.join(path.posix.dirname(file), link);
      if (!variable(target) && !exists(root, target)) problems.push(`${file}: ${target} does not exist`);
    }
  }
  return problems;
}

export const violations = [
  { wanted: [], 'README.md': 'See `src/nowhere.h`.\n' },
  { wanted: [], 'docs/a.md': '[map](../ARCHITECTURE.md)\n' },
  { wanted: ['LICENSE'], 'README.md': 'x\n' },
];
export const harmless = [
  { wanted: [], 'README.md': '`script/bench NAME`, `src/*/x.h`, [a](https://example.org)\n', 'script/bench': '' },
];
