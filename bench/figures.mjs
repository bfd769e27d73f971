// The figures by place of leaders, with 1,000,000 inspections in the read table: asked for by the province at a fixed
// rate while findings are recorded, so that they are counted anew again and again. The first answer of a server that
// has just started, which waits for the first count, is told apart.
import { load, serve } from './lib/server.mjs';
import { built, lawPack, report, run, seconds } from './lib/shell.mjs';
import { onEach } from './lib/world.mjs';

const inspections = Number(process.env.BENCH_INSPECTIONS ?? 1_000_000);
const rate = 50;
const findingsPerSecond = 20;
const asked = { mix: 'figures=1', rate, province: 'yes' };

await onEach(async (world) => {
  const copy = await world.copy();
  try {
    const args = ['inspections', `${inspections}`, '--law', lawPack, '--database', copy.address];
    await run(built('bench/prepare/bench_prepare'), args);
    const server = await serve(copy);
    try {
      const { figures: first } = await load(server, copy, { ...asked, seconds: 1, warm: 0 });
      report(`figures.first.${world.engine}`, first.max_ms, 'ms after the start', { inspections });
      const busy = load(server, copy, { mix: 'finding=1', rate: findingsPerSecond, seconds: seconds(30), warm: 0 });
      const { figures } = await load(server, copy, { ...asked, seconds: seconds(30), warm: 0 });
      const { p50_ms, p999_ms, max_ms, per_s } = figures;
      const { finding } = await busy;
      const more = { peer: 'aim', peerValue: 100, p50_ms, p999_ms, max_ms, per_s, inspections };
      report(`figures.${world.engine}`, figures.p99_ms, 'ms p99', { ...more, finding_p99_ms: finding.p99_ms });
      report(`figures.memory.${world.engine}`, server.mostResidentMb(), 'MB resident at most');
    } finally {
      await server.stop();
    }
  } finally {
    await copy.drop();
  }
});
