// Published enforcement cases: how often the cited penalty basis is among the first violations found by the facts
// alone, and how often the published fine lies within the statute's range. XIEZHI_CASES names the file of cases, one
// JSON object a line (id, date, facts, penalty_basis, penalties); it is not part of the project. What is counted, and a
// word on every disagreement, is in docs/law/cases.md.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse, placesOf, same } from './cases/citation.mjs';
import { fines } from './cases/fines.mjs';
import { built, lawPack, note, report } from './lib/shell.mjs';

const kTop = 10;
const file = process.argv[2] ?? process.env.XIEZHI_CASES;
if (!file || !fs.existsSync(file)) {
  note('cases: not run, XIEZHI_CASES names no file of cases');
  process.exit(0);
}

/// The violations found for each text, in one run of the program.
function matches(texts) {
  return new Promise((resolve, reject) => {
    const child = spawn(built('xiezhi'), ['law', 'match', '-', '--top', String(kTop), '--pack', lawPack]);
    const blocks = [[]];
    let said = '';
    child.stdout.on('data', (piece) => (said += piece));
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`law match ended with ${code}`));
      for (const line of said.split('\n').slice(0, -1)) {
        if (line === '') blocks.push([]);
        else blocks.at(-1).push(JSON.parse(line));
      }
      resolve(blocks.slice(0, texts.length));
    });
    child.stdin.end(texts.map((text) => `${text.replaceAll('\n', ' ')}\n`).join(''));
  });
}

const share = (part, whole) => (whole === 0 ? null : Number(((100 * part) / whole).toFixed(1)));

const pack = JSON.parse(fs.readFileSync(lawPack, 'utf8'));
pack.file = lawPack;
pack.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiezhi-cases-'));
const places = placesOf(pack);
const held = new Set([...places.values()].flat().map((place) => place.title));
const cases = fs
  .readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const found = await matches(cases.map((one) => one.facts));

/// Rank of the first violation punished at the cited place; `also`: those shown with it count too.
function rankOf(cited, answer, also) {
  for (const match of answer) {
    const ids = also ? [match.violation, ...(match.also ?? [])] : [match.violation];
    if (ids.some((id) => places.get(id).some((place) => same(cited, place)))) return match.rank;
  }
  return Infinity;
}

const told = [];
const tally = { cases: 0, top1: 0, top3: 0, top5: 0, all3: 0, lead3: 0, bases: 0, bases3: 0, sound: 0, sound3: 0 };
const money = { fines: 0, within: 0, none: 0 };
for (const [at, one] of cases.entries()) {
  const cited = one.penalty_basis.map(parse).filter(Boolean);
  if (cited.length === 0) continue;
  const ranks = cited.map((basis) => rankOf(basis, found[at], true));
  const best = Math.min(...ranks);
  // A source may mark its own citation as doubtful; a text that the pack does not hold cannot be found.
  const sound = !one.citation_suspect && cited.some((basis) => held.has(basis.title));
  tally.cases += 1;
  for (const top of [1, 3, 5]) tally[`top${top}`] += best <= top ? 1 : 0;
  tally.all3 += Math.max(...ranks) <= 3 ? 1 : 0;
  tally.lead3 += Math.min(...cited.map((basis) => rankOf(basis, found[at], false))) <= 3 ? 1 : 0;
  tally.bases += ranks.length;
  tally.bases3 += ranks.filter((rank) => rank <= 3).length;
  if (sound) tally.sound += 1;
  if (sound && best <= 3) tally.sound3 += 1;
  if (Math.max(...ranks) > 3) {
    const missed = cited.filter((_, i) => ranks[i] > 3).map((basis) => basis.text);
    told.push({ id: one.id, missed, first: found[at].slice(0, 3).map((match) => match.penalty[0]) });
  }
  const clauses = cited
    .map((basis) => pack.violations.filter((v) => places.get(v.id).some((place) => same(basis, place))))
    .filter((list) => list.length > 0);
  if (clauses.length === 0) continue;
  for (const fine of await fines(pack, one, clauses)) {
    if (fine.within === null) money.none += 1;
    else money.fines += 1;
    if (fine.within) money.within += 1;
    else told.push({ id: one.id, fine, cited: cited.map((basis) => basis.text) });
  }
}
fs.rmSync(pack.folder, { recursive: true });

const aim = (percent) => ({ peer: 'aim', peerValue: percent });
report('cases.basis.top1', share(tally.top1, tally.cases), '% of cases', { cases: tally.cases });
report('cases.basis.top3', share(tally.top3, tally.cases), '% of cases', { ...aim(90), cases: tally.cases });
report('cases.basis.top5', share(tally.top5, tally.cases), '% of cases', { cases: tally.cases });
report('cases.basis.all.top3', share(tally.all3, tally.cases), '% of cases, every basis', { cases: tally.cases });
report('cases.basis.lead.top3', share(tally.lead3, tally.cases), '% of cases, by the violation shown itself', {});
report('cases.basis.each.top3', share(tally.bases3, tally.bases), '% of bases', { bases: tally.bases });
const soundly = '% of cases, citation not in doubt, text in the pack';
report('cases.basis.sound.top3', share(tally.sound3, tally.sound), soundly, { cases: tally.sound });
report('cases.fine.within', share(money.within, money.fines), '% of fines', {
  ...aim(98),
  fines: money.fines,
  without_amount: money.none,
});
for (const one of told) console.log(JSON.stringify({ disagreement: one }));
