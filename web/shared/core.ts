// core.wasm in the browser: the same legal core that the server runs, loaded once with the server's own law pack. A
// form asks it what is lawful before anything is sent; without it the desk works, only the server's answer comes first.
import { Problem } from './api';

export interface Core {
  call: (request: unknown) => Record<string, unknown>;
}

interface Exports {
  memory: WebAssembly.Memory;
  _initialize: () => void;
  xz_alloc: (size: number) => number;
  xz_free: (at: number) => void;
  xz_load_pack: (at: number, size: number) => bigint;
  xz_call: (at: number, size: number) => bigint;
}

function instance(exports: Exports): { call: (text: string) => string; loadPack: (text: string) => string } {
  exports._initialize();
  const pass = (entry: (at: number, size: number) => bigint, text: string): string => {
    const given = new TextEncoder().encode(text);
    const at = exports.xz_alloc(given.length) >>> 0;
    new Uint8Array(exports.memory.buffer, at, given.length).set(given);
    const packed = BigInt.asUintN(64, entry(at, given.length));
    exports.xz_free(at);
    const bytes = new Uint8Array(exports.memory.buffer, Number(packed >> 32n), Number(packed & 0xffffffffn));
    return new TextDecoder().decode(bytes);
  };
  return { call: (text) => pass(exports.xz_call, text), loadPack: (text) => pass(exports.xz_load_pack, text) };
}

async function text(address: string): Promise<string> {
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok) throw new Problem(answer.status, `http.${answer.status}`, address);
  return answer.text();
}

async function load(): Promise<Core> {
  const [module, pack] = await Promise.all([
    fetch('/core.wasm').then(async (answer) => {
      if (!answer.ok) throw new Problem(answer.status, `http.${answer.status}`, '/core.wasm');
      return WebAssembly.instantiate(await answer.arrayBuffer(), {});
    }),
    text('/api/law/pack'),
  ]);
  const core = instance(module.instance.exports as unknown as Exports);
  const wrong = core.loadPack(pack);
  if (wrong) throw new Error(`law pack: ${wrong}`);
  return { call: (request) => JSON.parse(core.call(JSON.stringify(request))) as Record<string, unknown> };
}

let loaded: Promise<Core> | null = null;

/** The core, loaded on first use. A failure is not remembered: the next one to ask tries again. */
export function core(): Promise<Core> {
  loaded ??= load().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}
