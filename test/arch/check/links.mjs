// What CMake links follows the arrows. The answer of the file API lies in the build folder since it was configured.
import fs from 'node:fs';
import path from 'node:path';
import { kMayUse } from '../layers.mjs';

export const title = 'CMake links follow the arrows';
export const needsBuild = true;

/** Target name → names of the targets it depends on. */
function targetGraph(build) {
  const reply = path.join(build, '.cmake/api/v1/reply');
  const model = fs.existsSync(reply) && fs.readdirSync(reply).filter((name) => name.startsWith('codemodel-v2')).sort().at(-1);
  if (!model) return null;
  const load = (name) => JSON.parse(fs.readFileSync(path.join(reply, name), 'utf8'));
  const targets = load(model).configurations[0].targets;
  const nameOf = new Map(targets.map((target) => [target.id, target.name]));
  return new Map(
    targets.map((target) => [target.name, (load(target.jsonFile).dependencies ?? []).map((edge) => nameOf.get(edge.id))]),
  );
}

export function check({ build, graph = targetGraph(build) }) {
  if (!graph) return [`${build} holds no answer of CMake's file API`];
  const problems = [];
  if (!graph.has('base') || !graph.has('core')) problems.push('the graph lacks base or core');
  for (const [target, uses] of graph) {
    const layer = target.replace(/_(pg)?test$/, '');
    if (!(layer in kMayUse)) continue;
    for (const used of uses) {
      if (used in kMayUse && used !== layer && !kMayUse[layer].includes(used)) problems.push(`${target} links ${used}`);
    }
  }
  return problems;
}

export const violations = [
  { graph: new Map([['base', []], ['core', ['store']], ['store', []]]) },
  { graph: new Map([['base', []], ['core', []], ['http', ['server']], ['server', []]]) },
  { graph: new Map([['core', []]]) },
];
