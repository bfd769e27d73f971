// Words that have no place in the tree: paths of one machine, unfinished work without its reason, tests switched off.
import path from 'node:path';
import { eachLine, files, isGenerated, read } from '../tree.mjs';

export const title = 'no forbidden words';

const kText = /\.(cpp|h|ts|vue|mjs|js|sql|sh|md|json|cmake|txt|yaml|yml|html|css)$|(^|\/)(script|\.ci)\/[\w-]+$/;
// Pattern, what is wrong with it, and files that may speak of it.
const kWords = [
  [/(^|[\s"'(=])\/(home|Users|root)\/\w/, 'a path of one machine'],
  [/\b(TODO|FIXME)\b(?!\([^)]+\):? \S|: \S)/, 'TODO and FIXME stand with a reason: "FIXME: why"', /\.md$/],
  [/\b(XXX|HACK)\b/, 'say what is wrong instead'],
  [/\bDISABLED_[A-Z]\w*|\b(it|test|describe)\.(skip|only|todo)\(/, 'a test switched off'],
  [/^(<{7}|>{7}) /, 'a merge conflict'],
];

export function check({ root, home = path.dirname(path.resolve(root)) }) {
  const problems = [];
  for (const file of files(root, '', (name) => kText.test(name) && !isGenerated(name))) {
    if (file === 'test/arch/check/words.mjs') continue;
    eachLine(read(root, file), (line, number) => {
      for (const [pattern, why, except] of kWords) {
        if (pattern.test(line) && !except?.test(file)) problems.push(`${file}:${number}: ${why}`);
      }
      if (home.length > 1 && line.includes(home + '/')) problems.push(`${file}:${number}: the path of this checkout`);
    });
  }
  return problems;
}

export const violations = [
  { 'src/a.cpp': '// TODO\n' },
  { 'src/a.cpp': 'const char* kPath = "/home/someone/x";\n' },
  { 'src/a_test.cpp': 'TEST(A, DISABLED_Works) {}\n' },
  { 'web/a.test.ts': 'it.skip("works", () => {});\n' },
];
export const harmless = [{ 'src/a.cpp': '// FIXME: the text of 第三条 is silent on leap days\n' }];
