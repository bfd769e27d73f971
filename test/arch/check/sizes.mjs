// Size is a rule: files, functions, lines. Prints the medians that STYLE.md asks for.
import { code, eachLine, files, isCpp, isGenerated, isTest, read } from '../tree.mjs';

const kFileLines = 800;
const kFunctionLines = 100;
const kColumns = 120;

export const title = 'files, functions and lines keep their size';

// A text or a pattern is not broken for its length: it is read in one piece.
const kLiterals = /'[^']*'|"[^"]*"|`[^`]*`|^\s*\/(?![/*]).*$/g;
const widthOf = (line) => [...line.replace(kLiterals, "''")].length;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

// Text before a brace that makes it the body of a function: a parameter list, and what may follow one.
const kSignature = /[\w>\])]\s*\([^;]*\)\s*(const|noexcept|override|final|mutable|&&?|->[^;{}]*|:[^;{}]*)*\s*$/;
const kStatement = /^\s*(else\s+)?(if|for|while|switch|catch|do|else|return)\b/;

/** [{ line, length }] of the functions of a C++ text, lambdas inside them not counted apart. */
export function functionsOf(text) {
  const plain = code(text, { strings: false });
  const out = [];
  const open = [];
  let before = '';
  let line = 1;
  let inside = 0;
  for (const c of plain) {
    if (c === '\n') line += 1;
    if (c === '{') {
      const isFunction = inside === 0 && kSignature.test(before) && !kStatement.test(before);
      open.push({ line, isFunction });
      if (isFunction) inside += 1;
    } else if (c === '}') {
      const done = open.pop();
      if (done?.isFunction) {
        inside -= 1;
        out.push({ line: done.line, length: line - done.line + 1 });
      }
    }
    before = c === '{' || c === '}' || c === ';' ? '' : before + c;
  }
  return out;
}

export function check({ root, say = () => {} }) {
  const problems = [];
  const sizes = { headers: [], sources: [], components: [] };
  const measured = (name) => (isCpp(name) || /\.(ts|vue|mjs|sql)$/.test(name)) && !isGenerated(name);
  for (const file of files(root, '', measured)) {
    const text = read(root, file);
    const count = text.split('\n').length - 1;
    if (count > kFileLines) problems.push(`${file}: ${count} lines, over ${kFileLines}`);
    if (file.endsWith('.h')) sizes.headers.push(count);
    if (file.endsWith('.cpp') && !isTest(file)) sizes.sources.push(count);
    if (file.endsWith('.vue')) sizes.components.push(count);
    eachLine(text, (line, number) => {
      if ([...line].length > kColumns && widthOf(line) > kColumns)
        problems.push(`${file}:${number}: over ${kColumns} columns`);
    });
    if (!isCpp(file)) continue;
    for (const one of functionsOf(text)) {
      if (one.length > kFunctionLines) problems.push(`${file}:${one.line}: a function of ${one.length} lines`);
    }
  }
  const told = Object.entries(sizes).filter(([, list]) => list.length > 0);
  say(
    told
      .map(([kind, list]) => `${list.length} ${kind}, median ${median(list)}, largest ${Math.max(...list)}`)
      .join('; '),
  );
  return problems;
}

const longBody = (lines) => `int f(int a) {\n${'  a += 1;\n'.repeat(lines)}  return a;\n}\n`;
export const violations = [
  { 'src/core/a.cpp': '\n'.repeat(801) },
  { 'web/a.ts': '// ' + 'x'.repeat(120) + '\n' },
  { 'src/core/a.cpp': longBody(100) },
  { 'src/core/a.h': `class A {\n  [[nodiscard]] int f(int a) const {\n${'    g();\n'.repeat(100)}  }\n};\n` },
];
export const harmless = [
  { 'src/core/a.cpp': longBody(97) + longBody(97) + `namespace a {\n${'int x;\n'.repeat(200)}}\n` },
];
