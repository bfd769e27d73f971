// Who is signed in. One session a page; the router asks it before every place.
import { reactive } from 'vue';
import { api, Problem, setCsrfToken } from './api';
import type { Caller, SessionView } from './api';

interface Session {
  known: boolean;
  account: string;
  caller: Caller | null;
}

export const session = reactive<Session>({ known: false, account: '', caller: null });

function take(view: SessionView | null): void {
  session.known = true;
  session.account = view?.account ?? '';
  session.caller = view?.caller ?? null;
  setCsrfToken(view?.csrf_token ?? '');
}

/** Asks the server once who is there; nobody is an answer, an unreachable server is a `Problem`. */
export async function restoreSession(): Promise<void> {
  if (session.known) return;
  try {
    take(await api.session());
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    take(null);
  }
}

export async function signIn(name: string, password: string): Promise<void> {
  take(await api.login(name, password));
}

/** Ends every other session of the account; this one goes on under a token of its own. */
export async function changePassword(old: string, fresh: string): Promise<void> {
  take(await api.changePassword(old, fresh));
}

export async function signOut(): Promise<void> {
  try {
    await api.logout();
  } finally {
    take(null);
  }
}

export function forgetSession(): void {
  take(null);
}

/** The caller; a page behind the router's guard always has one. */
export function caller(): Caller {
  if (!session.caller) throw new Error('no session');
  return session.caller;
}

export const hasDuty = (duty: string): boolean => session.caller?.duties.includes(duty) ?? false;
