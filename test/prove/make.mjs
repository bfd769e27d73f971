// Makes test/prove/corpus.txt: whole tables cut out of their space at random, and the same tables spoilt in one place
// that is known. `node test/prove/make.mjs > test/prove/corpus.txt`; the same seed makes the same corpus.
import { writeCorpus } from './corpus.mjs';

let seed = 20240601n;
function draw(below) {
  seed = (seed * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
  return Number((seed >> 33n) % BigInt(below));
}
const pick = (list) => list[draw(list.length)];

// An axis as ordered pieces; a piece is a value of an enumeration, or a stretch between two cuts.
const kAxes = [
  () => scale('amount', 'number', '[0..1000]', 0, 1000, 10, (n) => String(n)),
  () => scale('share', 'number', '[0..1]', 0, 100, 5, (n) => String(n / 100)),
  () => scale('persons', 'whole', '[1..500]', 1, 500, 1, (n) => String(n)),
  () => scale('found_on', 'date', '[date("2024-01-01")..date("2024-12-31")]', 0, 365, 1, dayOf),
  () => names('grade', 'string', ['"low"', '"middle"', '"high"', '"grave"']),
  () => names('trade', 'string', ['"矿山"', '"危险化学品"', '"其他行业"']),
  () => names('repeated', 'boolean', ['true', 'false']),
];
function dayOf(n) {
  return `date("${new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)}")`;
}
function scale(name, type, values, low, high, step, text) {
  return { name, type, values, low, high, step, text };
}
function names(name, type, list) {
  return { name, type, values: type === 'boolean' ? '' : list.join(', '), list };
}

// A piece of a scale: low and high with whether each belongs; whole numbers and days are written with closed ends too.
function cellOf(axis, piece) {
  if (axis.list) return piece.length === axis.list.length ? '-' : piece.join(', ');
  const { low, high, from, to } = piece;
  if (low === axis.low && high === axis.high) return '-';
  const [a, b] = [axis.text(low), axis.text(high)];
  if (low === axis.low && draw(2)) return `${to ? '<=' : '<'} ${b}`;
  if (high === axis.high && draw(2)) return `${from ? '>=' : '>'} ${a}`;
  if (low === high) return a;
  return `${from ? '[' : '('}${a}..${b}${to ? ']' : ')'}`;
}
const wholePiece = (axis) => (axis.list ? [...axis.list] : { low: axis.low, high: axis.high, from: true, to: true });

function cut(axis, piece) {
  if (axis.list) {
    if (piece.length < 2) return null;
    const at = 1 + draw(piece.length - 1);
    return [piece.slice(0, at), piece.slice(at)];
  }
  const room = Math.floor((piece.high - piece.low) / axis.step);
  if (room < 3) return null;
  const at = piece.low + axis.step * (1 + draw(room - 1));
  const closed = (axis.type === 'whole' || axis.type === 'date') && draw(2);
  if (closed)
    return [
      { ...piece, high: at, to: true },
      { ...piece, low: at + 1, from: true },
    ];
  const left = draw(2) === 1;
  return [
    { ...piece, high: at, to: left },
    { ...piece, low: at, from: !left },
  ];
}

function boxes(axes, count) {
  const out = [axes.map(wholePiece)];
  for (let tries = 0; out.length < count && tries < 200; tries += 1) {
    const at = draw(out.length);
    const axis = draw(axes.length);
    const halves = cut(axes[axis], out[at][axis]);
    if (!halves) continue;
    const box = out[at];
    out[at] = box.map((side, i) => (i === axis ? halves[0] : side));
    out.push(box.map((side, i) => (i === axis ? halves[1] : side)));
  }
  return out;
}

const kBands = [
  [0, 20],
  [20, 50],
  [50, 80],
  [80, 100],
];
function tableOf(name, policy, axes, list, uses) {
  const banded = uses.length > 0;
  const outputs = banded
    ? [
        { name: 'tier', values: '' },
        { name: 'from_percent', values: '' },
        { name: 'to_percent', values: '' },
      ]
    : [{ name: 'answer', values: policy === 'P' ? '"heavy", "usual", "light"' : '' }];
  const rules = list.map((box, i) => {
    const band = kBands[i % kBands.length];
    const answer = policy === 'P' ? pick(['"heavy"', '"usual"', '"light"']) : `"answer ${i}"`;
    return [
      ...box.map((side, k) => cellOf(axes[k], side)),
      ...(banded ? [`"tier ${i % 4}"`, ...band.map(String)] : [answer]),
    ];
  });
  return {
    name,
    policy,
    uses,
    outputs,
    rules,
    inputs: axes.map(({ name: axis, type, values }) => ({ name: axis, type, values })),
    expect: { kind: 'good', rules: [] },
  };
}

function someAxes(count) {
  const list = [...kAxes];
  return Array.from({ length: count }, () => list.splice(draw(list.length), 1)[0]());
}
const kUses = [
  'wsl.97.3:unit:found',
  'wsl.99.1:unit:found',
  'wsl.98.1:unit:not_corrected_in_time',
  'wsl.109.p1:unit:found',
];

const tables = [];
function add(table, kind, rules, name) {
  tables.push({ ...table, name, expect: { kind, rules } });
}
for (let i = 1; i <= 24; i += 1) {
  const axes = someAxes(1 + (i % 4));
  const policy = ['U', 'U', 'A', 'F', 'P', 'C', 'R'][i % 7];
  const uses = policy === 'U' && i % 3 === 0 ? [pick(kUses)] : [];
  const list = boxes(axes, 4 + draw(12));
  const whole = tableOf(`t${i}`, policy, axes, list, uses);
  add(whole, 'good', [], `good-${i}`);

  // The rules in another order still say the same.
  const turned = { ...whole, rules: [...whole.rules].reverse() };
  add(turned, 'good', [], `good-turned-${i}`);

  // A later rule for everything: what the others leave, under "first"; nobody's contradiction under "collect".
  if (policy === 'F') {
    const rest = { ...whole, rules: [...whole.rules.slice(1), [...axes.map(() => '-'), '"rest"']] };
    add(rest, 'good', [], `good-rest-${i}`);
  }

  // One rule gone. Tables with a default answer nevertheless.
  const lost = draw(list.length);
  const holed = { ...whole, rules: whole.rules.filter((_, k) => k !== lost) };
  add(holed, 'gap', [], `gap-${i}`);
  if (whole.outputs.length === 1 && policy !== 'P') {
    add({ ...holed, otherwise: '"none"' }, 'good', [], `good-default-${i}`);
  }

  // One rule a second time with another answer.
  if (policy === 'U' || policy === 'A') {
    const twice = draw(list.length);
    const again = [...whole.rules[twice]];
    again[axes.length] = '"something else"';
    add({ ...whole, rules: [...whole.rules, again] }, 'overlap', [twice + 1, list.length + 1], `overlap-${i}`);
    if (policy === 'A') add({ ...whole, rules: [...whole.rules, whole.rules[twice]] }, 'good', [], `good-twice-${i}`);
  }

  // A rule behind one that takes all of its facts, or one that asks for what is not declared.
  const answers = whole.rules[0].slice(axes.length);
  if (policy === 'F') {
    const behind = [...whole.rules[draw(list.length)]];
    add({ ...whole, rules: [...whole.rules, behind] }, 'unreachable', [list.length + 1], `unreachable-${i}`);
  }
  const scaled = axes.findIndex((axis) => !axis.list);
  if (scaled >= 0) {
    const never = axes.map((axis, k) => (k === scaled ? `> ${axis.text(axis.high)}` : '-'));
    add({ ...whole, rules: [...whole.rules, [...never, ...answers]] }, 'unreachable', [list.length + 1], `never-${i}`);
  }

  if (uses.length > 0) {
    const bad = draw(list.length);
    const beyond = whole.rules.map((rule, k) => (k === bad ? [...rule.slice(0, -1), String(101 + draw(50))] : rule));
    add({ ...whole, rules: beyond }, 'outside_statute', [bad + 1], `statute-${i}`);
  }
}
process.stdout.write(`# Made by test/prove/make.mjs.\n${writeCorpus(tables)}\n`);
