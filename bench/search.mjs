// Finding enterprises by one, two and three characters out of their names, by initials, and by industry, status and
// grade, among all of the province and within a county, at a fixed rate.
import { load, serve } from './lib/server.mjs';
import { report, seconds } from './lib/shell.mjs';
import { onEach } from './lib/world.mjs';

const rate = 100;

await onEach(async (world) => {
  const server = await serve(world);
  try {
    for (const place of ['county', 'province']) {
      for (const name of ['search1', 'search2', 'search3', 'initials', 'filter']) {
        const options = { mix: `${name}=1`, rate, seconds: seconds(10), warm: 2 };
        if (place === 'province') options.province = 'yes';
        const figures = (await load(server, world, options))[name];
        report(`${name}.${place}.${world.engine}`, figures.p99_ms, 'ms p99', {
          peer: 'aim',
          peerValue: 50,
          p50_ms: figures.p50_ms,
          max_ms: figures.max_ms,
          per_s: figures.per_s,
        });
      }
    }
  } finally {
    await server.stop();
  }
});
