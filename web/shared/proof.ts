// Checks a proof here: the Merkle path by the core, the checkpoint's signature by the browser where it can.
import type { InclusionProof } from './api';
import { core } from './core';

export interface Verified {
  leafHash: string;
  rootHash: string;
  treeSize: number;
  origin: string;
  problem: string; // "" when the leaf stands in the tree
  signature: 'valid' | 'invalid' | 'unknown';
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const hexBytes = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** C2SP signed note: the text, an empty line, "— name base64(key id ‖ signature)". */
async function signatureOf(note: string, keys: string[]): Promise<Verified['signature']> {
  const border = note.indexOf('\n\n');
  const line = /^— \S+ (\S+)$/m.exec(note.slice(border));
  if (border === -1 || !line || keys.length === 0 || !globalThis.crypto?.subtle) return 'unknown';
  const signature = bytesOf(line[1]!).slice(4);
  const text = new TextEncoder().encode(note.slice(0, border + 1));
  try {
    for (const key of keys) {
      const known = await crypto.subtle.importKey('raw', hexBytes(key), { name: 'Ed25519' }, false, ['verify']);
      if (await crypto.subtle.verify({ name: 'Ed25519' }, known, signature, text)) return 'valid';
    }
  } catch {
    return 'unknown'; // this browser knows no Ed25519
  }
  return 'invalid';
}

/** Throws when the core cannot be had or the proof cannot be read. */
export async function verify(proof: InclusionProof, keys: string[]): Promise<Verified> {
  const host = await core();
  const answer = host.call({ call: 'verify', proof });
  const error = answer.error as { message?: string } | undefined;
  if (error) throw new Error(error.message ?? 'proof');
  const seen = answer.verified as {
    leaf_hash: string;
    root_hash: string;
    tree_size: number;
    origin: string;
    problem?: string;
  };
  return {
    leafHash: seen.leaf_hash,
    rootHash: seen.root_hash,
    treeSize: seen.tree_size,
    origin: seen.origin,
    problem: seen.problem ?? '',
    signature: await signatureOf(proof.checkpoint, keys),
  };
}
