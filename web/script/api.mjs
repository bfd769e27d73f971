// Makes shared/api/schema.gen.ts from the server's own description of its API (`xiezhi openapi`).
// XIEZHI_BINARY names another binary than build/release/xiezhi; XIEZHI_OPENAPI a file with the description.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import openapi, { astToString } from 'openapi-typescript';

const web = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const binary = process.env.XIEZHI_BINARY ?? path.join(web, '../build/release/xiezhi');
const description = process.env.XIEZHI_OPENAPI
  ? fs.readFileSync(process.env.XIEZHI_OPENAPI, 'utf8')
  : execFileSync(binary, ['openapi'], { encoding: 'utf8', maxBuffer: 1 << 26 });

const out = path.join(web, 'shared/api/schema.gen.ts');
const text = `// Generated from the server's OpenAPI description; not to be edited.\n${astToString(await openapi(JSON.parse(description)))}`;
if (!fs.existsSync(out) || fs.readFileSync(out, 'utf8') !== text) fs.writeFileSync(out, text);
