// GLOSSARY.md: one Chinese term, one identifier; each identifier exists; the names it rules out are not used.
import { code, exists, files, isCpp, read } from '../tree.mjs';

export const title = 'the glossary holds';

/** [{ term, identifiers, instead }] of the table rows "| 中文 | English | `Identifier` | not `Other` |". */
export function rowsOf(markdown) {
  const names = (cell) => [...(cell ?? '').matchAll(/`([A-Za-z_]\w*)`/g)].map((match) => match[1]);
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && /[\u4e00-\u9fff]/.test(line) && line.includes('`'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map(([term, , identifiers, instead]) => ({ term, identifiers: names(identifiers), instead: names(instead) }));
}

/** The words of a name: `CaseFile`, `case_file` and `kCaseFiles` all hold "case_file". */
export function snake(name) {
  return name
    .replace(/^k(?=[A-Z])/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/** Words → a file that holds them. `strings` adds the dotted names of refusals, figures and streams. */
function identifiersOf(root, strings) {
  const out = new Map();
  const note = (name, file) => {
    const words = snake(name);
    if (!out.has(words)) out.set(words, file);
  };
  for (const file of files(root, 'src', isCpp)) {
    for (const part of file.replace(/\.\w+$/, '').split('/')) note(part, file);
    for (const [name] of code(read(root, file), { strings }).matchAll(/[A-Za-z_]\w*/g)) note(name, file);
  }
  return out;
}

const holds = (words, term) => `_${words}_`.includes(`_${term}_`) || `_${words}_`.includes(`_${term}s_`);

export function check({ root }) {
  if (!exists(root, 'GLOSSARY.md')) return ['GLOSSARY.md is missing'];
  const rows = rowsOf(read(root, 'GLOSSARY.md'));
  const used = [...identifiersOf(root, false)];
  const named = [...identifiersOf(root, true)];
  const problems = rows.length === 0 ? ['GLOSSARY.md has no rows'] : [];
  const seen = new Map();
  for (const { term, identifiers, instead } of rows) {
    for (const word of [...term.split(/[、,/]\s*/), ...identifiers]) {
      if (seen.has(word)) problems.push(`GLOSSARY.md: ${word} stands for two terms: ${seen.get(word)} and ${term}`);
      seen.set(word, term);
    }
    if (identifiers.length === 0) problems.push(`GLOSSARY.md: ${term} has no identifier`);
    for (const name of identifiers) {
      if (!named.some(([words]) => holds(words, snake(name))))
        problems.push(`GLOSSARY.md: \`${name}\` (${term}) is not in src`);
    }
    for (const name of instead) {
      const found = used.find(([words]) => holds(words, snake(name)));
      if (found)
        problems.push(`${found[1]}: "${found[0]}" where the glossary says ${identifiers.join(', ')} (${term})`);
    }
  }
  return problems;
}

const table = (row) => `| 中文 | English | name | not |\n|---|---|---|---|\n${row}\n`;
export const violations = [
  { 'src/core/a.h': 'struct Penalty {};', 'GLOSSARY.md': table('| 听证 | hearing | `Hearing` | |') },
  {
    'src/core/a.h': 'struct Reinspection {}; int recheck_count;',
    'GLOSSARY.md': table('| 复查 | re-inspection | `Reinspection` | `Recheck` |'),
  },
  { 'src/core/a.h': 'struct A {}; struct B {};', 'GLOSSARY.md': table('| 复查 | a | `A` | |\n| 复查 | b | `B` | |') },
  { 'src/core/a.h': 'struct A {};' },
];
export const harmless = [
  {
    'src/core/a.h': 'struct ReinspectionOpened {};',
    'GLOSSARY.md': table('| 复查 | re-inspection | `Reinspection` | `Recheck` |'),
  },
];
