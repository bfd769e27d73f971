// What CMake links follows the arrows, as `cmake --graphviz` draws it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { kMayLink, kMayUse } from '../layers.mjs';

export const title = 'CMake links follow the arrows';
export const needsBuild = true;

/** ["core", "base"] for each "core links base". */
function edgesOf(build) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiezhi-graph-'));
  try {
    execFileSync('cmake', [`--graphviz=${folder}/graph.dot`, build], { stdio: ['ignore', 'ignore', 'inherit'] });
    const dot = fs.readFileSync(`${folder}/graph.dot`, 'utf8');
    return [...dot.matchAll(/-> .*\/\/ (\S+) -> (\S+)$/gm)].map(([, from, to]) => [from, to]);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

export function check({ build, edges }) {
  if (!edges && !fs.existsSync(path.join(build, 'CMakeCache.txt'))) return [`${build} is no configured build`];
  const graph = edges ?? edgesOf(build);
  const problems = [];
  for (const layer of Object.keys(kMayUse)) {
    for (const [, used] of graph.filter(([from]) => from === layer)) {
      const allowed = used in kMayUse ? kMayUse[layer].includes(used) : kMayLink[layer]?.test(used);
      if (!allowed) problems.push(`${layer} links ${used}`);
    }
  }
  if (!graph.some(([from, to]) => from === 'core' && to === 'base')) problems.push('core does not link base');
  return problems;
}

const sound = ['core', 'base'];
export const violations = [
  { edges: [sound, ['core', 'store']] },
  { edges: [sound, ['http', 'server']] },
  { edges: [sound, ['core', 'Threads::Threads']] },
  { edges: [sound, ['app', 'PostgreSQL::PostgreSQL']] },
  { edges: [] },
];
export const harmless = [{ edges: [sound, ['store', 'SQLite::SQLite3'], ['core_test', 'GTest::gtest_main']] }];
