// One way to the server: JSON in and out, the CSRF token with everything but GET, failures as `Problem`.
import type { Refusal } from './types';

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail = '',
    readonly path = '',
    readonly refusals: Refusal[] = [],
    readonly currentVersion: number | null = null,
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

export type Query = Record<string, string | number | boolean | null | undefined>;

function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}

async function problemOf(answer: Response): Promise<Problem> {
  const body: Record<string, unknown> = await answer.json().catch(() => ({}));
  const text = (key: string) => (typeof body[key] === 'string' ? (body[key] as string) : '');
  const version = typeof body.current_version === 'number' ? body.current_version : null;
  return new Problem(answer.status, text('code') || `http.${answer.status}`, text('title') || answer.statusText,
    text('detail'), text('path'), (body.refusals as Refusal[] | null) ?? [], version);
}

async function send<T>(path: string, init: RequestInit, quiet = false): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, { credentials: 'same-origin', ...init });
  } catch {
    throw new Problem(0, 'network', '');
  }
  if (!answer.ok) {
    const problem = await problemOf(answer);
    if (answer.status === 401 && !quiet) onSignedOut();
    throw problem;
  }
  const text = await answer.text();
  return (text === '' ? null : JSON.parse(text)) as T;
}

export function get<T>(path: string, query?: Query, quiet = false): Promise<T> {
  return send<T>(address(path, query), { headers: { accept: 'application/json' } }, quiet);
}

export function post<T>(path: string, body: unknown, quiet = false): Promise<T> {
  const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
  return send<T>(path, { method: 'POST', headers, body: JSON.stringify(body) }, quiet);
}

/** Sends one piece of a file; `digest` is the base64 of its SHA-256 (RFC 9530). */
export function putPiece<T>(path: string, piece: Blob, digest: string, query: Query): Promise<T> {
  const headers = { 'content-type': 'application/octet-stream', 'x-csrf-token': csrfToken, 'content-digest': `sha-256=:${digest}:` };
  return send<T>(address(path, query), { method: 'PUT', headers, body: piece });
}

export function remove<T>(path: string): Promise<T> {
  return send<T>(path, { method: 'DELETE', headers: { 'x-csrf-token': csrfToken } }, true);
}

/** Sends a file as the body of a request; `progress` gets the share sent, 0 to 1. */
export function upload<T>(path: string, file: Blob, contentType: string, query?: Query,
  progress: (share: number) => void = () => {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path, query));
    request.setRequestHeader('content-type', contentType);
    request.setRequestHeader('x-csrf-token', csrfToken);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(new Problem(0, 'network', ''));
    request.onload = () => {
      const answer = new Response(request.response as string || null, { status: request.status, statusText: request.statusText });
      if (request.status >= 200 && request.status < 300) {
        resolve((request.response === '' ? null : JSON.parse(request.response as string)) as T);
      } else {
        if (request.status === 401) onSignedOut();
        void problemOf(answer).then(reject);
      }
    };
    request.send(file);
  });
}
