// Microseconds for one evaluation of decision tables of 10, 1,000 and 10,000 rules, beside feelin in the same run. The
// peer has no tables: it evaluates the same table rule by rule, each condition as a unary test, and stops at the first
// rule that holds. It reads the text of a condition each time, since that is the interface it has; what it costs when
// only evaluating cannot be told apart. Aims: 2 µs at 1,000 rules, 10 µs at 10,000.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built, median, note, report, root, run, seconds } from './lib/shell.mjs';

const { unaryTest, evaluate } = createRequire(`${root}/web/package.json`)('feelin');

let seed = 7n;
function draw(below) {
  seed = (seed * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
  return Number((seed >> 33n) % BigInt(below));
}

const kTrades = Array.from({ length: 10 }, (_, i) => `trade ${i}`);
const kWidth = 10;

/** Trades × stretches of persons × grave or not: each set of facts meets just one rule. */
function tableOf(count) {
  const stretches = count / (kTrades.length * (count > 10 ? 2 : 1));
  const rules = [];
  for (const trade of kTrades) {
    for (let i = 0; i < stretches; i += 1) {
      const persons = i + 1 === stretches ? `>= ${i * kWidth}` : `[${i * kWidth}..${(i + 1) * kWidth})`;
      for (const grave of count > 10 ? ['true', 'false'] : ['-']) {
        rules.push({ inputs: [`"${trade}"`, persons, grave], outputs: [`"tier ${rules.length}"`] });
      }
    }
  }
  // In no order, as tables grow.
  for (let i = rules.length - 1; i > 0; i -= 1) {
    const at = draw(i + 1);
    [rules[i], rules[at]] = [rules[at], rules[i]];
  }
  return { rules, reach: stretches * kWidth };
}

function modelOf({ rules }) {
  const columns = [
    ['trade', 'string'],
    ['persons', 'number'],
    ['grave', 'boolean'],
  ];
  const inputs = columns.map(([name, type]) => ({ kind: 'input', source: 0, name, type, needs: [], parameters: [] }));
  const table = {
    policy: 'unique',
    aggregation: 'list',
    inputs: columns.map(([expression, type]) => ({ expression, type })),
    outputs: [{ name: '', type: 'string' }],
    rules,
  };
  const decision = {
    kind: 'decision',
    source: 0,
    name: 'd',
    needs: [0, 1, 2].map((node) => ({ node, import: '' })),
    parameters: [],
    expression: { form: 'table', table },
  };
  const source = { file: 'bench', name_space: 'bench', name: 'bench', imports: [], types: [] };
  return { format: 1, sources: [source], nodes: [...inputs, decision] };
}

/** The rule that holds, from 1, as feelin finds it. */
function byPeer({ rules }, facts) {
  const values = [facts.trade, facts.persons, facts.grave];
  const held = (test, value) => test === '-' || unaryTest(test, { '?': value }) === true;
  const at = rules.findIndex((rule) => rule.inputs.every((test, i) => held(test, values[i])));
  if (at >= 0) evaluate(rules[at].outputs[0], {});
  return at + 1;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-dmn-'));
for (const count of [10, 1000, 10000]) {
  const table = tableOf(count);
  const facts = Array.from({ length: 200 }, () => ({
    trade: kTrades[draw(kTrades.length)],
    persons: draw(table.reach + kWidth),
    grave: draw(2) === 1,
  }));
  const asValues = facts.map((one) => ({ ...one, persons: { number: String(one.persons) } }));
  writeFileSync(join(folder, 'model.json'), JSON.stringify(modelOf(table)));
  writeFileSync(join(folder, 'inputs.json'), JSON.stringify(asValues));
  note(`${count} rules`);
  const ours = [];
  const worked = [];
  let answer;
  for (let round = 0; round < 3; round += 1) {
    const args = [join(folder, 'model.json'), join(folder, 'inputs.json'), String(seconds(1))];
    answer = JSON.parse(await run(built('bench/dmn/bench_dmn'), args));
    ours.push(answer.nanoseconds / 1000);
    worked.push(answer.cpu_nanoseconds / 1000);
  }
  const asked = facts.slice(0, count > 1000 ? 3 : count > 10 ? 20 : 200);
  const begun = process.hrtime.bigint();
  const theirs = asked.map((one) => byPeer(table, one));
  const peer = Number(process.hrtime.bigint() - begun) / 1000 / asked.length;
  theirs.forEach((rule, i) => {
    if (rule !== answer.rules[i]) throw new Error(`fact ${i}: rule ${answer.rules[i]} against ${rule}`);
  });
  const value = Number(median(ours).toFixed(3));
  report(`dmn_${count}`, value, 'µs', {
    peer: 'feelin 4.6.0, rule by rule',
    peerValue: Number(peer.toFixed(1)),
    aim: count === 1000 ? 2 : count === 10000 ? 10 : null,
    cpu_us: Number(median(worked).toFixed(3)),
    peer_evaluations: asked.length,
    times: Math.round(peer / value),
  });
}
rmSync(folder, { recursive: true });
