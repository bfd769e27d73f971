// Only src/store holds SQL. Tests that tamper with a database speak to it directly.
import { code, eachLine, files, isCpp, isTest, read } from '../tree.mjs';

const kSql =
  /\b(SELECT\s.*\bFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|VIEW)|BEGIN\s+IMMEDIATE|PRAGMA\s+\w+)\b/;

export const title = 'only src/store holds SQL';

export function check({ root }) {
  const problems = [];
  for (const file of files(root, '', (name) => isCpp(name) || /\.(sql|ts|vue)$/.test(name))) {
    if (file.startsWith('src/store/') || file.startsWith('bench/') || isTest(file)) continue;
    if (file.endsWith('.sql')) {
      problems.push(`${file}: SQL outside src/store`);
      continue;
    }
    eachLine(code(read(root, file)), (line, number) => {
      if (kSql.test(line)) problems.push(`${file}:${number}: SQL outside src/store`);
    });
  }
  return problems;
}

export const violations = [
  { 'src/app/a.cpp': 'const char* kList = "SELECT id FROM journal_entry";\n' },
  { 'src/app/query/list.sql': 'SELECT 1;\n' },
];
