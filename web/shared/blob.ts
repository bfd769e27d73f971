// Evidence files go up in pieces under the hash of the whole; an upload that was cut off goes on where it stood.
import { api } from './api';
import { Sha256, sha256OfFile } from './sha256';

const kPiece = 1 << 20;

/** Uploads a file and gives its SHA-256. `progress` gets percent. Fails with a `Problem`. */
export async function uploadFile(file: File, progress: (percent: number) => void): Promise<string> {
  const hash = await sha256OfFile(file);
  let { received } = await api.blobReceived(hash);
  while (received < file.size) {
    const piece = file.slice(received, received + kPiece);
    const digest = new Sha256().update(new Uint8Array(await piece.arrayBuffer())).base64();
    ({ received } = await api.blobPiece(hash, received, piece, digest));
    progress(Math.floor((received / file.size) * 100));
  }
  await api.blobFinish(hash, file.type || 'application/octet-stream');
  return hash;
}

/** Where a stored file can be looked at. */
export const blobAddress = (sha256: string): string => `/api/blobs/${sha256}`;
