// core.wasm under Node: the same few lines a browser needs.
import fs from 'node:fs';
import zlib from 'node:zlib';

export function measure(file) {
  const bytes = fs.readFileSync(file);
  return {
    bytes,
    size: bytes.length,
    gzip: zlib.gzipSync(bytes, { level: 9 }).length,
    module: new WebAssembly.Module(bytes),
  };
}

/** An instance of the module; `call` and `loadPack` take and give UTF-8 text. A trap leaves it unusable. */
export function instantiate(module) {
  const { exports } = new WebAssembly.Instance(module, {});
  exports._initialize();

  const pass = (entry, text) => {
    const given = Buffer.from(text, 'utf8');
    const at = exports.xz_alloc(given.length) >>> 0;
    if (at === 0 && given.length > 0) throw new RangeError(`no room for ${given.length} bytes`);
    new Uint8Array(exports.memory.buffer, at, given.length).set(given);
    const packed = BigInt.asUintN(64, entry(at, given.length));
    exports.xz_free(at);
    return Buffer.from(exports.memory.buffer, Number(packed >> 32n), Number(packed & 0xffffffffn)).toString('utf8');
  };
  return {
    call: (request) => pass(exports.xz_call, request),
    loadPack: (pack) => pass(exports.xz_load_pack, pack),
    memoryBytes: () => exports.memory.buffer.byteLength,
  };
}
