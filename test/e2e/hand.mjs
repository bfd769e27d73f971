// What a hand does with files: drags them onto a place, or pastes them. The events are the browser's own.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';

function crc(bytes) {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

function chunk(type, data) {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

/** A PNG photo of 320 × 240: stripes whose colour and number follow from its name, so that no two are the same file. */
export function photo(name) {
  const [width, height] = [320, 240];
  const seed = [...name].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)) % 9973, 7);
  const lines = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      const band = Math.floor((x + y) / (12 + (seed % 40))) % 2;
      lines[at] = band ? 90 + (seed % 120) : 40;
      lines[at + 1] = band ? 120 + (seed % 90) : 60;
      lines[at + 2] = band ? 130 : 70 + (seed % 100);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * Drags photos from outside the browser onto a place and lets go of them: a real drop, which the page sees as
 * trusted.
 */
export async function dropPhotos(page, place, names) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiezhi-photos-'));
  const files = names.map((name) => path.join(folder, name));
  for (const [at, file] of files.entries()) fs.writeFileSync(file, photo(names[at]));
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + Math.min(box.height / 2, 60)) };
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'])
    await browser.send('Input.dispatchDragEvent', { type, ...at, data });
  await browser.detach();
}

/**
 * Pastes a photo as a browser does when a picture is on the clipboard: an event with the file, at what has the
 * focus.
 */
export async function pastePhoto(place, name) {
  await place.evaluate(
    (target, [bytes, title]) => {
      const data = new DataTransfer();
      data.items.add(
        new File([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], title, { type: 'image/png' }),
      );
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [photo(name).toString('base64'), name],
  );
}

/** Pastes text into a field by the keys, from the clipboard. */
export async function pasteText(page, field, text) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await field.focus();
  await page.keyboard.press('Control+V');
}
