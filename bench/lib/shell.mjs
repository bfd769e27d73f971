// Programs that the benchmarks run, and lines that they print.
import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

export const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');
export const built = (name) => `${process.env.BENCH_BUILD ?? `${root}/build/release`}/${name}`;
export const lawPack = `${root}/build/law/pack.json`;

/// Runs a program to its end; its standard output. What it says on standard error goes on to ours.
export async function run(program, args, options = {}) {
  const done = promisify(execFile)(program, args, { cwd: root, maxBuffer: 1 << 26, ...options });
  done.child.stderr.pipe(process.stderr, { end: false });
  return (await done).stdout;
}

export const note = (text) => process.stderr.write(`-- ${text}\n`);
export const loadAverage = () => readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');

/// One result. `peer` names what was measured in the same run for comparison; the ratio is ours to its.
export function report(bench, value, unit, more = {}) {
  const { peer = null, peerValue = null, ...rest } = more;
  const ratio = peerValue ? Number((value / peerValue).toFixed(3)) : null;
  console.log(JSON.stringify({ bench, value, unit, peer, peer_value: peerValue, ratio, ...rest, load: loadAverage() }));
}

export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
export const seconds = (otherwise) => Number(process.env.BENCH_SECONDS ?? otherwise);

/// A server that runs until stopped; resolves when `ready` is found in its output.
export function start(program, args, ready, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], ...options });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (piece) => {
      said += piece;
      const found = said.match(ready);
      if (found) resolve({ found, pid: child.pid, stop });
    });
    ended.then((code) => reject(new Error(`${program} ended with ${code}: ${said}`)));
  });
}
