// One way to the server: typed by its own description, the CSRF token with everything but GET, failures as `Problem`.
import createClient from 'openapi-fetch';
import { patientFetch } from './patient';
import type { paths } from './schema.gen';
import type { Refusal } from './types';

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail = '',
    readonly path = '',
    readonly refusals: Refusal[] = [],
  ) {
    super(title);
  }
}

let csrfToken = '';
let onSignedOut: () => void = () => {};

export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** Called when the server no longer knows the session. */
export function whenSignedOut(action: () => void): void {
  onSignedOut = action;
}

export const client = createClient<paths>({ credentials: 'same-origin', fetch: patientFetch });
client.use({
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('x-csrf-token', csrfToken);
    return request;
  },
});

function problemOf(status: number, body: unknown): Problem {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (key: string) => (typeof fields[key] === 'string' ? (fields[key] as string) : '');
  return new Problem(
    status,
    text('code') || `http.${status}`,
    text('title'),
    text('detail'),
    text('path'),
    (fields.refusals as Refusal[] | undefined) ?? [],
  );
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer; anything else is thrown as a `Problem`, status 0 when the server was not reached. */
export async function take<T>(asked: Promise<Answer<T>>, quiet = false): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch {
    throw new Problem(0, 'network', '');
  }
  if (answer.response.ok) return answer.data as T;
  if (answer.response.status === 401 && !quiet) onSignedOut();
  throw problemOf(answer.response.status, answer.error);
}

/** Whether an address gives what it should; the answer itself is for a frame or a link. */
export async function reached(address: string): Promise<true> {
  return take<true>(
    patientFetch(address).then(async (response) => {
      if (!response.ok) return { error: await response.json().catch(() => null), response };
      await response.blob();
      return { data: true as const, response };
    }),
  );
}

/** Sends a file as the body of a POST; `progress` gets percent. fetch cannot tell how far an upload has come. */
export function upload<T>(
  address: string,
  file: Blob,
  contentType: string,
  progress: (percent: number) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', contentType);
    request.setRequestHeader('x-csrf-token', csrfToken);
    request.upload.onprogress = (event) =>
      event.lengthComputable && progress(Math.floor((event.loaded / event.total) * 100));
    request.onerror = () => reject(new Problem(0, 'network', ''));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status === 401) onSignedOut();
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(problemOf(request.status, body));
    };
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
