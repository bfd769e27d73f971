// Narratives as officers write them: the penalty that fits stands among the first three, and core.wasm gives the very
// answers that the program gives. `node test/match/run.mjs [xiezhi [core.wasm [pack.json]]]`
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { instantiate, measure } from '../wasm/core.mjs';

const kTop = 3;
const program = process.argv[2] ?? 'build/release/xiezhi';
const file = process.argv[4] ?? 'build/law/pack.json';
const narratives = JSON.parse(fs.readFileSync(new URL('narratives.json', import.meta.url), 'utf8'));
const core = instantiate(measure(process.argv[3] ?? 'build/wasm/core.wasm').module);
const wrong = core.loadPack(fs.readFileSync(file, 'utf8'));
if (wrong) throw new Error(wrong);

const said = execFileSync(program, ['law', 'match', '-', '--top', String(kTop), '--pack', file], {
  input: narratives.map((one) => `${one.text}\n`).join(''),
  encoding: 'utf8',
});
const blocks = said
  .split(/^$/m)
  .map((block) => block.split('\n').filter(Boolean))
  .slice(0, narratives.length);

let passed = 0;
let failed = 0;
function check(name, good, more = '') {
  if (good) passed += 1;
  else {
    failed += 1;
    console.log(`FAIL ${name}\n     ${more}`);
  }
}

for (const [at, one] of narratives.entries()) {
  const native = blocks[at];
  const places = native.flatMap((line) => JSON.parse(line).penalty);
  check(
    one.text,
    one.penalty.some((place) => places.includes(place)),
    places.join('; '),
  );
  const answer = JSON.parse(core.call(JSON.stringify({ call: 'match', text: one.text, top: kTop })));
  const same = JSON.stringify(answer.matches) === JSON.stringify(native.map((line) => JSON.parse(line)));
  check(`the same in the module: ${one.text}`, same, JSON.stringify(answer).slice(0, 300));
}
for (const top of [0, 51, -1]) {
  const answer = JSON.parse(core.call(JSON.stringify({ call: 'match', text: '焊工无证', top })));
  check(`top ${top} is refused`, answer.error?.path === '/top', JSON.stringify(answer));
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
