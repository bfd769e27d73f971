// Reading a dossier, listing a county's tasks, recording a finding: as fast as 32 connections go, beside pgbench with
// the same statements; then all of them mixed at 1,000 requests a second.
import { costs } from './lib/cpu.mjs';
import { load, serve } from './lib/server.mjs';
import { peer } from './lib/pgbench.mjs';
import { median, note, report, seconds } from './lib/shell.mjs';
import { onEach } from './lib/world.mjs';

const rounds = 3;
const operations = ['dossier', 'tasks', 'finding'];

/// Ours and the peer's in turn, so that whatever else the machine does falls on both.
async function throughput(world, server, other, operation) {
  const ours = [];
  const theirs = [];
  const database = world.postmaster ? { database: world.postmaster() } : {};
  let cpu = {};
  let peerCpu = {};
  for (let i = 0; i < rounds; ++i) {
    cpu = await costs({ server: server.pid, ...database }, async () => {
      ours.push((await load(server, world, { mix: `${operation}=1`, seconds: seconds(5), warm: 0 }))[operation]);
      return ours.at(-1).count;
    });
    if (!other) continue;
    peerCpu = await costs(database, async () => {
      theirs.push(await other.rate(operation, seconds(5)));
      return theirs.at(-1) * seconds(5);
    });
  }
  const middle = (name) => median(ours.map((figures) => figures[name]));
  report(`${operation}.${world.engine}`, Math.round(middle('per_s')), 'operations/s', {
    peer: other ? 'pgbench -M prepared, 32 clients' : null,
    peerValue: other ? Math.round(median(theirs)) : null,
    p50_ms: middle('p50_ms'),
    p99_ms: middle('p99_ms'),
    connections: 32,
    cpu_us: cpu,
    peer_cpu_us: peerCpu,
  });
}

async function mixed(world, server) {
  note('mixed, 1,000 requests/s');
  const options = { mix: 'dossier=5,tasks=3,finding=2', rate: 1000, seconds: seconds(20), warm: 3 };
  for (const [name, figures] of Object.entries(await load(server, world, options))) {
    const { p50_ms, p999_ms, max_ms, per_s } = figures;
    const more = { peer: 'aim', peerValue: 50, p50_ms, p999_ms, max_ms, per_s };
    report(`mixed.${name}.${world.engine}`, figures.p99_ms, 'ms p99', more);
  }
}

await onEach(async (world) => {
  const other = world.engine === 'postgres' ? await peer(world) : null;
  const server = await serve(world);
  try {
    for (const operation of operations) await throughput(world, server, other, operation);
    await mixed(world, server);
    const most_mb = server.mostResidentMb();
    report(`memory.${world.engine}`, server.residentMb(), 'MB resident', { peer: 'aim', peerValue: 300, most_mb });
  } finally {
    await server.stop();
  }
});
