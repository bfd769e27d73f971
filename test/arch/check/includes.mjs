// #include lines follow the arrows.
import { code, eachLine, files, isCpp, isTest, read } from '../tree.mjs';
import { kImpure, kMayUse, kNarrower, kThirdParty } from '../layers.mjs';

// Output of the one place that reports a failed assertion.
const kImpureAllowed = { 'src/base/assert.cpp': ['cstdio', 'cstdlib'] };

/** A test may use what its layer links at second hand as well. */
function reach(layer) {
  return new Set(kMayUse[layer].flatMap((used) => [used, ...reach(used)]));
}

function layerFault(file, layer, target) {
  const used = target.split('/')[0];
  if (!(used in kMayUse)) return target.includes('/') ? `"${target}" is of no layer` : `"${target}": name it from src/`;
  if (used === layer) return null;
  const allowed = isTest(file) ? reach(layer).has(used) : kMayUse[layer].includes(used);
  if (!allowed) return `${layer} may not use ${used} ("${target}")`;
  const narrow = kNarrower.find((rule) => rule.layer === layer && rule.uses === used);
  if (narrow && !isTest(file) && !narrow.only.some((prefix) => target.startsWith(prefix))) {
    return `${layer} may use only ${narrow.only.join(', ')} of ${used} ("${target}")`;
  }
  return null;
}

function systemFault(file, layer, target) {
  const third = kThirdParty.find((rule) => rule.header.test(target));
  if (third && !third.only.test(file)) return `<${target}> does not belong in this file`;
  const pure = (layer === 'base' || layer === 'core') && !isTest(file);
  const impure = kImpure.test(target) || target === 'cstdio' || target === 'stdio.h';
  if (pure && impure && !kImpureAllowed[file]?.includes(target)) return `<${target}> has no place in a pure layer`;
  return null;
}

export const title = 'includes follow the arrows';

export function check({ root }) {
  const problems = [];
  const withBeast = new Set();
  for (const file of files(root, 'src', isCpp)) {
    const layer = file.split('/')[1];
    if (!(layer in kMayUse)) {
      problems.push(`${file}: ${layer} is no layer of test/arch/layers.mjs`);
      continue;
    }
    eachLine(code(read(root, file)), (line, number) => {
      const found = /^\s*#\s*include\s+(["<])([^">]+)[">]/.exec(line);
      if (!found) return;
      const [, mark, target] = found;
      const generated = target.startsWith('generated/') || target.endsWith('.gen.h');
      const fault =
        mark === '<' ? systemFault(file, layer, target) : generated ? null : layerFault(file, layer, target);
      if (fault) problems.push(`${file}:${number}: ${fault}`);
      if (/^boost\/beast/.test(target) && !isTest(file)) withBeast.add(file);
    });
  }
  if (withBeast.size > 1) problems.push(`Beast is included by more than one file: ${[...withBeast].join(', ')}`);
  return problems;
}

export const violations = [
  { 'src/core/a.cpp': '#include "store/connection.h"\n' },
  { 'src/store/a.cpp': '#include "core/law/pack.h"\n' },
  { 'src/store/a.cpp': '#include "app/command.h"\n' },
  { 'src/http/a.cpp': '#include "store/connection.h"\n' },
  { 'src/core/a.h': '#include <chrono>\n' },
  { 'src/base/a.cpp': '#include <cassert>\n' },
  { 'src/app/a.cpp': '#include <sqlite3.h>\n' },
  { 'src/http/a.cpp': '#include <boost/beast.hpp>\n', 'src/server/b.cpp': '#include <boost/beast/http.hpp>\n' },
  { 'src/magic/a.cpp': '' },
  { 'src/core/a_test.cpp': '#include "app/command.h"\n' },
];
export const harmless = [{ 'src/http/a_test.cpp': '#include "store/query.h"\n' }];
