// Reading over a network that drops out for a moment: what asks for nothing to change is asked again twice before the
// page says that there is no network.
const kPausesMs = [150, 450];

export async function patientFetch(request: Request | string, options?: RequestInit): Promise<Response> {
  const method = request instanceof Request ? request.method : (options?.method ?? 'GET');
  if (method !== 'GET') return fetch(request, options);
  for (const pause of kPausesMs) {
    try {
      return await fetch(request instanceof Request ? request.clone() : request, options);
    } catch (error) {
      const givenUp = request instanceof Request ? request.signal.aborted : options?.signal?.aborted;
      if (givenUp || globalThis.navigator?.onLine === false) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return fetch(request, options);
}
