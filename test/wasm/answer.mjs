// Answers requests by core.wasm: one JSON request a line on standard input, one answer a line on standard output.
// `node test/wasm/answer.mjs build/wasm/core.wasm < REQUESTS > ANSWERS`. A trap is answered as an error, and what was
// loaded before is loaded again.
import readline from 'node:readline';
import { instantiate, measure } from './core.mjs';

const { module } = measure(process.argv[2] ?? 'build/wasm/core.wasm');
const kLoads = ['dmn.zones', 'dmn.load'];
const loaded = new Map();
let core = instantiate(module);

for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const call = /^\{"call":"([^"]*)"/.exec(line)?.[1];
  if (kLoads.includes(call)) loaded.set(call, line);
  let answer;
  try {
    answer = core.call(line);
  } catch (error) {
    answer = JSON.stringify({ error: { path: '', code: 'trap', message: error.message } });
    core = instantiate(module);
    loaded.delete(call);
    for (const kind of kLoads) if (loaded.has(kind)) core.call(loaded.get(kind));
  }
  process.stdout.write(`${answer}\n`);
}
