// Reading the source tree, for the checks.
import fs from 'node:fs';
import path from 'node:path';

const kNotOurs = new Set(['.git', '.cache', 'build', 'data', 'node_modules', 'dist', 'test-results']);

/** Paths below root, relative with '/', in order. Build products and dependencies are left out. */
export function files(root, under = '', keep = () => true) {
  const out = [];
  const walk = (folder) => {
    const full = path.join(root, folder);
    if (!fs.existsSync(full)) return;
    for (const entry of fs.readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory() && !kNotOurs.has(entry.name)) walk(name);
      if (entry.isFile() && keep(name)) out.push(name);
    }
  };
  walk(under);
  return out;
}

export const read = (root, file) => fs.readFileSync(path.join(root, file), 'utf8');
export const exists = (root, file) => fs.existsSync(path.join(root, file));

export const isCpp = (file) => /\.(cpp|h)$/.test(file);
export const isTest = (file) => /_(pg)?test\.(cpp|h)$|_test_\w+\.h$|\/test_\w+\.(cpp|h)$/.test(file);
export const isGenerated = (file) => /\.gen\.\w+$|package-lock\.json$/.test(file);

/** C++ with comments blanked, line by line the same; `strings: false` blanks the contents of literals as well. */
export function code(text, { strings = true } = {}) {
  const pattern =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"(\w*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'/g;
  const blank = (part) => part.replace(/[^\n]/g, ' ');
  return text.replace(pattern, (part) => {
    if (part.startsWith('//') || part.startsWith('/*')) return blank(part);
    return strings ? part : '"' + blank(part.slice(1, -1)) + '"';
  });
}

/** Calls visit(line, number) for each line. */
export function eachLine(text, visit) {
  text.split('\n').forEach((line, index) => visit(line, index + 1));
}
