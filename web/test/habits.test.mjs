// What a form keeps of what was typed: the changes, and nothing that was there by itself.
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const web = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
let vite;
let changes;
let caseForms;
before(async () => {
  vite = await createServer({
    root: web,
    configFile: path.join(web, 'vite.config.ts'),
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  ({ caseForms } = await vite.ssrLoadModule('/desk/forms/casefile.ts'));
  changes = await vite.ssrLoadModule('/desk/forms/changes.ts');
});
after(() => vite.close());

test('only what differs from the beginning is a change', () => {
  const initial = { deadline: '', findings: ['f1'], person: { name: '', age: undefined }, amount: null };
  assert.deepEqual(changes.changedFrom(initial, changes.copyOf(initial)), {});
  const now = { ...changes.copyOf(initial), deadline: '2027-03-15', person: { name: '孙辛九' } };
  assert.deepEqual(changes.changedFrom(initial, now), { deadline: '2027-03-15', person: { name: '孙辛九' } });
  assert.deepEqual(changes.changedFrom(initial, { ...initial, findings: [] }), { findings: [] });
});

test('the order of members and absent ones make no difference, the order of a list does', () => {
  assert.ok(changes.same({ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1, d: undefined }));
  assert.ok(!changes.same([1, 2], [2, 1]));
  assert.ok(!changes.same([], {}));
  assert.ok(!changes.same(null, {}));
  assert.ok(!changes.same('', null));
});

test('the party of a form is the one in focus, and no other can be chosen', () => {
  const fields = Object.values(caseForms).flatMap((form) => form.fields.filter((field) => field.name === 'party'));
  assert.ok(fields.length > 15);
  assert.ok(fields.every((field) => field.fixed));
});

test('a case is transferred to a body by name, never to its own', () => {
  const to = caseForms.TransferCase.fields.find((field) => field.name === 'to_body');
  const bodies = [
    { value: 'b1', label: '道里区' },
    { value: 'b2', label: '南岗区' },
  ];
  const scope = { casefile: { state: { body: 'b1' } }, preset: { bodies } };
  assert.deepEqual(to.options(scope, {}), [bodies[1]]);
});
