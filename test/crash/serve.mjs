// serve.mjs --engine sqlite|postgres [--rounds N] [--seed S]: kills `xiezhi serve` with SIGKILL while people give commands
// over HTTP, looks at what it left, starts it again and sends the same commands once more. One JSON object on the last
// line of standard output.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Person } from '../api/client.mjs';
import {
  accountsOf,
  dropDatabase,
  newDatabase,
  pack,
  pause,
  ran,
  root,
  serve,
  summaryOf,
  xiezhi,
} from '../tool/product.mjs';
import { random } from '../tool/random.mjs';
import { giveUntilGone, send } from './load.mjs';

const kHands = 8;
const kMostAnswers = 80; // that a round waits for before the kill
const kPatience = 120_000; // milliseconds
const kRebuildEvery = 5;
const audit = path.join(root, 'build/release/test/crash/crash_audit');

const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const rounds = Number(values.rounds);
const next = random(Number(values.seed));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiezhi-serve-killed-'));
const data = path.join(folder, 'data');
fs.mkdirSync(data);
const database = newDatabase(values.engine, data, 'killed');
xiezhi('demo', '--database', database, '--data', data, '--law', pack, '--small');
const start = () => serve({ database, data, log: path.join(folder, 'server.log') });

async function peopleOf(server) {
  const accounts = accountsOf(server);
  const as = (login) => Person.signIn(server.url, accounts[login]);
  const [officer, second, head, registrar] = await Promise.all(
    ['daoli-officer', 'daoli-officer2', 'daoli-head', 'daoli-registrar'].map(as),
  );
  const { items } = await officer.read('/api/enterprises?size=1');
  const { rows } = await officer.read(`/api/officers?body=${officer.caller.body}`);
  const certificates = [officer, second].map(({ caller }) => ({
    officer: caller.officer,
    number: rows.find((row) => row.id === caller.officer).certificates[0].number,
  }));
  return { officer, second, head, registrar, enterprise: items[0], certificates };
}

const acknowledged = [];
const told = { rounds: 0, unanswered: 0, unanswered_but_done: 0 };

const lines = (commands) => commands.map(([id, entries]) => `${id} ${entries}\n`).join('');

/** Every command that was acknowledged, in any round, is there whole, and none is there in part. */
function look() {
  ran(audit, ['commands', database], lines(acknowledged));
}

/** The same ids again, in order: what was acknowledged is answered as before, the rest is done once. */
async function sendAgain(server, given) {
  for (const command of given) {
    const again = await send(server.url, command);
    assert.ok(again, `${command.name} is not answered`);
    if (command.answer) assert.deepEqual(again, command.answer, `${command.name} is answered otherwise than before`);
    else assert.deepEqual(await send(server.url, command), again, `${command.name} is answered in two ways`);
    if (!command.answer) acknowledged.push([command.envelope.command_id, again.events.length]);
  }
}

async function round(server, world, number) {
  const given = [];
  const load = giveUntilGone(server.url, world, kHands, given);
  const enough = 1 + next() * kMostAnswers;
  const answered = async () => {
    for (let from = Date.now(); given.filter((command) => command.answer).length < enough; await pause(1))
      assert.ok(Date.now() - from < kPatience, 'the server does not answer any more');
  };
  await Promise.race([answered(), load.then(() => assert.fail('the server went by itself'))]);
  await pause(next() * 10);
  await server.kill();
  await load;
  for (const { envelope, answer } of given) if (answer) acknowledged.push([envelope.command_id, answer.events.length]);
  const unanswered = given.filter((command) => !command.answer);
  told.unanswered += unanswered.length;
  const ids = unanswered.map(({ envelope }) => [envelope.command_id, 0]);
  told.unanswered_but_done += unanswered.length - Number(ran(audit, ['missing', database], lines(ids)));
  look();
  const restarted = await start();
  // A session outlives the process.
  await sendAgain(restarted, given);
  look();
  xiezhi('journal', 'verify', '--database', database);
  if (number % kRebuildEvery === 0 || number === rounds)
    xiezhi('rebuild', '--database', database, '--law', pack, '--check');
  told.rounds += 1;
  console.error(`round ${number}: ${given.length - unanswered.length} acknowledged, ${unanswered.length} unanswered`);
  return restarted;
}

let server = await start();
try {
  const world = await peopleOf(server);
  for (let number = 1; number <= rounds; number += 1) server = await round(server, world, number);
  await server.halt();
  const { entries, pending, ok } = summaryOf(xiezhi('journal', 'verify', '--database', database));
  assert.ok(ok && pending === 0, `${pending} entries have no number`);
  console.log(JSON.stringify({ ok, engine: values.engine, ...told, acknowledged: acknowledged.length, entries }));
} finally {
  await server.kill();
  dropDatabase(database);
  fs.rmSync(folder, { recursive: true, force: true });
}
