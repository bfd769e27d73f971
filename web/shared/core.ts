// core.wasm in the browser: the same legal core that the server runs, loaded once with the server's own law pack. A
// form asks it what is lawful before anything is sent; without it the desk works, only the server's answer comes first.
import { Problem } from './api';
import { patientFetch } from './api/patient';

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

const kPack = '/api/law/pack';
const kFreshMs = 30_000;
let etag = '';
let checkedAt = 0;

/** The server's law pack; nothing when it is still the one held. A benchmark may have been published meanwhile. */
async function pack(): Promise<string | null> {
  const answer = await patientFetch(kPack, {
    credentials: 'same-origin',
    cache: 'no-store',
    headers: etag ? { 'if-none-match': etag } : {},
  });
  checkedAt = Date.now();
  if (answer.status === 304) return null;
  if (!answer.ok) throw new Problem(answer.status, `http.${answer.status}`, kPack);
  etag = answer.headers.get('etag') ?? '';
  return answer.text();
}

let loadPack: (text: string) => string = () => '';

function take(text: string | null): void {
  const wrong = text === null ? '' : loadPack(text);
  if (wrong) throw new Error(`law pack: ${wrong}`);
}

async function load(): Promise<Core> {
  etag = '';
  const [module, text] = await Promise.all([
    patientFetch('/core.wasm').then(async (answer) => {
      if (!answer.ok) throw new Problem(answer.status, `http.${answer.status}`, '/core.wasm');
      return WebAssembly.instantiate(await answer.arrayBuffer(), {});
    }),
    pack(),
  ]);
  const core = instance(module.instance.exports as unknown as Exports);
  loadPack = core.loadPack;
  take(text);
  held = { call: (request) => JSON.parse(core.call(JSON.stringify(request))) as Record<string, unknown> };
  return held;
}

let loaded: Promise<Core> | null = null;
let held: Core | null = null;

/** The core if it is loaded; nothing is fetched. */
export const coreAtHand = (): Core | null => held;

/** The core, loaded on first use, with the law as it is now. A failure is not remembered: the next one tries again. */
export async function core(): Promise<Core> {
  const ready = await loadedCore();
  // Without the server the law that is at hand has to do; the server decides in any case.
  if (Date.now() - checkedAt > kFreshMs) take(await pack().catch(() => null));
  return ready;
}

function loadedCore(): Promise<Core> {
  loaded ??= load().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}
