// The handheld without a signal: what the page is made of, the core and the law pack are kept, and answer when the
// network does not. Nothing else is: what an officer enters belongs to the journal, not to a cache.
const kKept = 'xiezhi-field-1';
const kFresh = ['/field/', '/core.wasm', '/api/law/pack', '/field/manifest.webmanifest'];

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** As the server has it now; what is kept where there is no answer, or none that carries it. */
async function freshOrKept(request, path) {
  const kept = await caches.open(kKept);
  const answer = await fetch(request).catch(() => null);
  if (answer?.status === 200) await kept.put(path, answer.clone());
  if (answer && (answer.ok || answer.status === 304)) return answer;
  return (await kept.match(path)) ?? answer ?? Response.error();
}

/** Below /assets/ a name never means other bytes. */
async function keptOrFetched(request, path) {
  const kept = await caches.open(kKept);
  const known = await kept.match(path);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await kept.put(path, answer.clone());
  return answer;
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/assets/')) return event.respondWith(keptOrFetched(event.request, url.pathname));
  const path = event.request.mode === 'navigate' ? '/field/' : url.pathname;
  if (kFresh.includes(path)) event.respondWith(freshOrKept(event.request, path));
});
