// Pictures of the guide: made on a clock that stands at one day, and compared with those of the repository by their
// layout. `XIEZHI_GUIDE=1 node test/e2e/run.mjs guide` renews those that have changed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './harness.mjs';

const kPictures = path.join(root, 'docs/guide/image');
const kMade = path.join(root, 'test-results/guide');
const kRenew = process.env.XIEZHI_GUIDE === '1';
const kMostBytes = 200_000;
/** Of the cells of a picture, how many may look different: words and marks may, a layout may not. */
const kMostDifferent = 0.03;
/** The moment that the guide shows: a Thursday morning with working days behind and before it. */
const kShown = Date.parse('2026-11-26T10:00:00+08:00');
const kViewer = new Set(['document']);
const kLibrary = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1',
];

const shift = kShown - Date.now();
export const made = new Set();

/** The environment of a server that lives on that day; nothing where the library is not installed. */
export function environment() {
  const library = kLibrary.find((file) => fs.existsSync(file));
  assert.ok(library, 'libfaketime is installed: script/setup does it');
  const seconds = (shift / 1000).toFixed(0);
  return { LD_PRELOAD: library, FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}`, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}

/** A page whose browser lives on that day, too. */
export async function onThatDay(page) {
  await page.addInitScript((by) => {
    const Real = Date;
    window.Date = class extends Real {
      constructor(...given) {
        super(...(given.length === 0 ? [Real.now() + by] : given));
      }
      static now() {
        return Real.now() + by;
      }
    };
  }, shift);
  return page;
}

/** How many cells of two pictures differ, from 0 to 1; 1 when they are not of one size. */
export async function difference(page, one, other) {
  return page.evaluate(
    async ([first, second]) => {
      const kCell = 8;
      const kSeen = 28; // of 255
      const draw = async (bytes) => {
        const image = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${bytes}`)).blob());
        const canvas = new OffscreenCanvas(Math.ceil(image.width / kCell), Math.ceil(image.height / kCell));
        const context = canvas.getContext('2d');
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        return {
          size: `${image.width}x${image.height}`,
          data: context.getImageData(0, 0, canvas.width, canvas.height).data,
        };
      };
      const [a, b] = [await draw(first), await draw(second)];
      if (a.size !== b.size) return 1;
      let different = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        const gap = [0, 1, 2].map((part) => Math.abs(a.data[at + part] - b.data[at + part]));
        if (Math.max(...gap) > kSeen) different += 1;
      }
      return different / (a.data.length / 4);
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

/** Takes the picture, and holds it against the one of the repository. */
export async function picture(page, blank, name) {
  const fresh = await page.screenshot({ type: 'jpeg', quality: 70, animations: 'disabled', caret: 'hide' });
  assert.ok(fresh.length < kMostBytes, `${name}.jpg is smaller than ${kMostBytes} bytes`);
  made.add(`${name}.jpg`);
  fs.mkdirSync(kMade, { recursive: true });
  fs.writeFileSync(path.join(kMade, `${name}.jpg`), fresh);
  const kept = path.join(kPictures, `${name}.jpg`);
  const share = fs.existsSync(kept) ? await difference(blank, fresh, fs.readFileSync(kept)) : 1;
  if (share <= kMostDifferent) return;
  // A PDF is drawn by the browser's own viewer, at a time of its own: its picture is renewed, not judged.
  if (kViewer.has(name) && fs.existsSync(kept) && !kRenew) return;
  if (kRenew) return fs.writeFileSync(kept, fresh);
  throw new Error(
    `docs/guide/image/${name}.jpg shows another layout (${(share * 100).toFixed(1)} % of it differs): ` +
      'look at test-results/guide, then renew with XIEZHI_GUIDE=1',
  );
}
