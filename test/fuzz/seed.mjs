// Fills build/fuzz/corpus with what the fuzzers begin with: requests of the law cases, the decision models of the law
// pack and of the tests, and the FEEL texts in them. `node test/fuzz/seed.mjs`; XIEZHI_DMN_KIT adds a folder of models.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const corpus = 'build/fuzz/corpus';
const kExchangesEvery = 40;
const kMostTexts = 4000;

function keep(fuzzer, text) {
  const folder = path.join(corpus, fuzzer);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, crypto.createHash('sha256').update(text).digest('hex').slice(0, 16)), text);
}

function modelsUnder(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.dmn'))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}

const unescaped = (text) =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]);

const exchanges = 'build/case-exchanges.jsonl';
if (fs.existsSync(exchanges)) {
  const lines = fs.readFileSync(exchanges, 'utf8').split('\n').filter(Boolean);
  lines.filter((_, at) => at % kExchangesEvery === 0).forEach((line) => keep('engine_fuzz', JSON.parse(line).request));
}
const folders = ['law', 'test/dmn', process.env.XIEZHI_DMN_KIT].filter(Boolean);
const models = folders.flatMap(modelsUnder);
const texts = new Set();
for (const model of models) {
  keep('dmn_xml_fuzz', model);
  keep('prove_fuzz', model);
  for (const [, text] of model.matchAll(/<(?:\w+:)?text>([^<]*)<\/(?:\w+:)?text>/g)) texts.add(unescaped(text).trim());
}
[...texts].slice(0, kMostTexts).forEach((text) => keep('feel_fuzz', text));
console.log(`${models.length} models, ${Math.min(texts.size, kMostTexts)} expressions`);
