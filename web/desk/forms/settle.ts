// What a field has to do with the form around it: before the form is sent a signature is uploaded, as it stands then;
// and what cannot stand among the form's values is kept beside them.
import { inject, onBeforeUnmount, provide } from 'vue';
import type { InjectionKey } from 'vue';

type Settler = () => Promise<void>;
const kSettlers: InjectionKey<Set<Settler>> = Symbol('settlers');

/** For the form: gives a function that settles all fields; it fails when one of them does. */
export function settleFields(): () => Promise<void> {
  const settlers = new Set<Settler>();
  provide(kSettlers, settlers);
  return async () => {
    for (const settle of settlers) await settle();
  };
}

/** For a field: `settle` is called before the form is sent. */
export function beforeSending(settle: Settler): void {
  const settlers = inject(kSettlers, null);
  settlers?.add(settle);
  onBeforeUnmount(() => settlers?.delete(settle));
}

const kSent: InjectionKey<Set<() => void>> = Symbol('sent');

/** For the form: gives a function that tells its fields that it was taken. */
export function tellFields(): () => void {
  const listeners = new Set<() => void>();
  provide(kSent, listeners);
  return () => listeners.forEach((listener) => listener());
}

/** For a field: `sent` is called when the form was taken. */
export function afterSending(sent: () => void): void {
  const listeners = inject(kSent, null);
  listeners?.add(sent);
  onBeforeUnmount(() => listeners?.delete(sent));
}

const kDraft: InjectionKey<string> = Symbol('draft');

/** For the form: the name under which it keeps what was not sent. */
export const nameDraft = (name: string): void => provide(kDraft, name);
/** For a field: the name of its form's draft; nothing outside a form. */
export const draftAround = (): string | null => inject(kDraft, null);
