// What every host of core.wasm relies on. `node test/wasm/run.mjs [build/wasm/core.wasm [build/law/pack.json]]`
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { instantiate, measure } from './core.mjs';

const kMaxGzip = 600 * 1024;
const file = process.argv[2] ?? 'build/wasm/core.wasm';
const pack = process.argv[3] ?? 'build/law/pack.json';
const { module, size, gzip } = measure(file);
console.log(`${file}: ${size} bytes, ${gzip} bytes gzip -9, at most ${kMaxGzip}`);

const tests = {
  'imports nothing': () => assert.deepEqual(WebAssembly.Module.imports(module), []),

  'exports the C ABI and nothing else': () => {
    const names = WebAssembly.Module.exports(module)
      .map((one) => one.name)
      .sort();
    assert.deepEqual(names, ['_initialize', 'memory', 'xz_alloc', 'xz_call', 'xz_free', 'xz_load_pack']);
  },

  'is small enough to travel': () => assert.ok(gzip <= kMaxGzip, `${gzip} bytes`),

  'answers malformed requests with an error, not with a trap': () => {
    const core = instantiate(module);
    const bad = [
      '',
      '{',
      'null',
      '[]',
      '{}',
      '{"call":7}',
      '{"call":"fly"}',
      '{"call":"decide"}',
      '{"call":"dmn.load"}',
      '{"call":"dmn.evaluate","node":"x"}',
      '{"call":"dmn.fly"}',
      '{"call":"next","x":1}',
      '{"a":"\\udc00"}',
      '['.repeat(100_000),
      '\0',
      '獬豸',
    ];
    for (const request of bad) {
      const { error } = JSON.parse(core.call(request));
      for (const part of ['code', 'message', 'path'])
        assert.equal(typeof error?.[part], 'string', request.slice(0, 20));
    }
  },

  'says what is wrong with a malformed pack, and goes on': () => {
    const core = instantiate(module);
    for (const bad of ['', '{}', '[1', '"獬豸"']) assert.notEqual(core.loadPack(bad), '', bad);
  },

  'takes the law pack': () => {
    assert.equal(instantiate(module).loadPack(fs.readFileSync(pack, 'utf8')), '');
  },

  'proves the benchmarks, and notices what is taken out of one': () => {
    const core = instantiate(module);
    const ask = (request) => JSON.parse(core.call(JSON.stringify(request)));
    const { benchmarks } = JSON.parse(fs.readFileSync(pack, 'utf8')).discretion[0];
    assert.ok(benchmarks.length > 0);
    for (const { id, model, decision } of benchmarks) {
      assert.deepEqual(ask({ call: 'dmn.load', model }).problems, [], id);
      assert.deepEqual(ask({ call: 'dmn.prove' }).tables[0].findings, [], id);
      model.nodes.find((node) => node.name === decision).expression.table.rules.pop();
      ask({ call: 'dmn.load', model });
      assert.equal(ask({ call: 'dmn.prove' }).tables[0].findings[0].fault, 'gap', id);
    }
  },

  'gives the same answer to the same request': () => {
    const [one, other] = [instantiate(module), instantiate(module)];
    for (const request of ['{}', '{"é":"𠮷"}', '{"call":"nothing"}']) {
      assert.equal(one.call(request), other.call(request));
      assert.equal(one.call(request), other.call(request), 'after a first call');
    }
  },

  'gives back what it took': () => {
    const core = instantiate(module);
    const request = JSON.stringify({ call: 'nothing', filling: '獬豸'.repeat(20_000) });
    for (let i = 0; i < 50; ++i) core.call(request);
    const settled = core.memoryBytes();
    for (let i = 0; i < 500; ++i) core.call(request);
    assert.equal(core.memoryBytes(), settled);
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    test();
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(
      `FAIL ${name}\n     ${String(error.stack ?? error)
        .split('\n')
        .slice(0, 12)
        .join('\n     ')}`,
    );
  }
}
console.log(`${Object.keys(tests).length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
