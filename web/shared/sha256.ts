// SHA-256 of a file, read in pieces: a video need not fit into memory, and a page served without TLS has no
// crypto.subtle.
const kRounds = (() => {
  const out = new Uint32Array(64);
  let found = 0;
  for (let candidate = 2; found < 64; candidate += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) prime &&= candidate % divisor !== 0;
    if (prime) out[found++] = Math.floor((Math.cbrt(candidate) % 1) * 2 ** 32);
  }
  return out;
})();
const kStart = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const turn = (value: number, by: number) => (value >>> by) | (value << (32 - by));

export class Sha256 {
  private readonly hash = Uint32Array.from(kStart);
  private readonly words = new Uint32Array(64);
  private readonly block = new Uint8Array(64);
  private filled = 0;
  private length = 0;

  update(bytes: Uint8Array): this {
    this.length += bytes.length;
    let at = 0;
    while (at < bytes.length) {
      const part = bytes.subarray(at, at + 64 - this.filled);
      this.block.set(part, this.filled);
      this.filled += part.length;
      at += part.length;
      if (this.filled === 64) this.mix();
    }
    return this;
  }

  hex(): string {
    return Array.from(this.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  base64(): string {
    return btoa(String.fromCharCode(...this.digest()));
  }

  /** The 32 bytes; the object is used up then. */
  digest(): Uint8Array {
    const bits = this.length * 8;
    const tail = new Uint8Array(this.filled < 56 ? 64 - this.filled : 128 - this.filled);
    tail[0] = 0x80;
    const view = new DataView(tail.buffer);
    view.setUint32(tail.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(tail.length - 4, bits >>> 0);
    this.update(tail);
    const out = new Uint8Array(32);
    this.hash.forEach((word, at) => new DataView(out.buffer).setUint32(at * 4, word));
    return out;
  }

  private mix(): void {
    const view = new DataView(this.block.buffer);
    const w = this.words;
    for (let at = 0; at < 16; at += 1) w[at] = view.getUint32(at * 4);
    for (let at = 16; at < 64; at += 1) {
      const early = w[at - 15]!;
      const late = w[at - 2]!;
      const small = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
      const large = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
      w[at] = w[at - 16]! + small + w[at - 7]! + large;
    }
    let [a, b, c, d, e, f, g, h] = this.hash as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let at = 0; at < 64; at += 1) {
      const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + kRounds[at]! + w[at]!) | 0;
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => (this.hash[at] = this.hash[at]! + word));
    this.filled = 0;
  }
}

export async function sha256OfFile(file: Blob): Promise<string> {
  const hash = new Sha256();
  for (let at = 0; at < file.size; at += 1 << 20) {
    hash.update(new Uint8Array(await file.slice(at, at + (1 << 20)).arrayBuffer()));
  }
  return hash.hex();
}
