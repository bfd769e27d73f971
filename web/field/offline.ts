// Keeps on this handheld what the page needs without a signal: web/field/sw.js answers from it.
const kKept = 'xiezhi-field-1';
const kNeeded = ['/field/', '/core.wasm', '/api/law/pack', '/field/manifest.webmanifest'];

/** Whether everything is kept now. Browsers keep things for pages over TLS (and on the machine itself) alone. */
export async function keepForOffline(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return false;
  try {
    await navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' });
    await navigator.serviceWorker.ready;
    const kept = await caches.open(kKept);
    const loaded = performance
      .getEntriesByType('resource')
      .map((one) => new URL(one.name))
      .filter((url) => url.origin === location.origin && url.pathname.startsWith('/assets/'))
      .map((url) => url.pathname);
    await kept.addAll([...new Set([...kNeeded, ...loaded])]);
    // Assets of the versions before are let go.
    for (const request of await kept.keys()) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/assets/') && !loaded.includes(pathname)) await kept.delete(request);
    }
    return true;
  } catch {
    return false; // no signal, or no room: what was kept before stays
  }
}

/** Whether the law of an earlier visit is here. */
export async function lawIsKept(): Promise<boolean> {
  if (!('caches' in window)) return false;
  return (await (await caches.open(kKept)).match('/api/law/pack')) !== undefined;
}
