// Law cases in core.wasm: every request that the native run made is answered by the module with the same bytes.
// `node test/wasm/replay.mjs EXCHANGES [build/wasm/core.wasm [build/law/pack.json]]`, EXCHANGES from `case_runner
// --emit`.
import fs from 'node:fs';
import readline from 'node:readline';
import { instantiate, measure } from './core.mjs';

const kShown = 5;
const [exchanges, file = 'build/wasm/core.wasm', pack = 'build/law/pack.json'] = process.argv.slice(2);
if (!exchanges) {
  console.error('usage: node test/wasm/replay.mjs EXCHANGES [CORE_WASM [PACK]]');
  process.exit(2);
}

const { module } = measure(file);
function ready() {
  const core = instantiate(module);
  const problem = core.loadPack(fs.readFileSync(pack, 'utf8'));
  if (problem !== '') throw new Error(problem);
  return core;
}

let core = ready();
let passed = 0;
let failed = 0;
for await (const line of readline.createInterface({ input: fs.createReadStream(exchanges) })) {
  const { request, response } = JSON.parse(line);
  let answer;
  try {
    answer = core.call(request);
  } catch (error) {
    answer = `trap: ${error.message}`;
    core = ready();
  }
  if (answer === response) {
    passed += 1;
  } else {
    failed += 1;
    if (failed <= kShown)
      console.log(
        `FAIL ${request.slice(0, 300)}\n  native ${response.slice(0, 500)}\n  wasm   ${answer.slice(0, 500)}`,
      );
  }
}
if (passed + failed === 0) {
  console.log('FAIL no exchanges to replay');
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
