// The server under test and the load on it.
import { readFileSync } from 'node:fs';
import { built, lawPack, run, start } from './shell.mjs';

/// A real `xiezhi serve` on a free port. `pages` is a folder with the web desk; without one no pages are served.
export async function serve(world, pages = 'build/bench/no-pages') {
  const args = ['serve', '--law', lawPack, '--data', world.data, '--database', world.address];
  const server = await start(built('xiezhi'), [...args, '--web', pages, '--listen', '127.0.0.1:0'], /:(\d+)\/\n/);
  const memory = (name) =>
    Math.round(Number(readFileSync(`/proc/${server.pid}/status`, 'utf8').match(`${name}:\\s+(\\d+)`)[1]) / 1024);
  return {
    pid: server.pid,
    port: Number(server.found[1]),
    stop: server.stop,
    residentMb: () => memory('VmRSS'),
    mostResidentMb: () => memory('VmHWM'),
  };
}

/// Runs the load generator; figures by operation, and under `all`.
export async function load(server, world, options) {
  const args = ['--port', `${server.port}`, '--files', world.files];
  for (const [name, value] of Object.entries(options)) args.push(`--${name}`, `${value}`);
  const out = {};
  for (const line of (await run(built('bench/load/bench_load'), args)).trim().split('\n')) {
    const figures = JSON.parse(line);
    if (figures.failed > 0) throw new Error(`requests failed: ${line}`);
    out[figures.operation] = figures;
  }
  return out;
}
