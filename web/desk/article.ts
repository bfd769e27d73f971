// The article that is being read beside the page or beside an open form. One at a time.
import { inject, provide, shallowRef } from 'vue';
import type { InjectionKey } from 'vue';
import type { Place } from '@shared/citation';

export interface Reading {
  place: Place;
  text: string; // the citation as it was written
  host: symbol;
  side: 'left' | 'right';
  back: HTMLElement; // where the focus goes afterwards
}

const kHost: InjectionKey<symbol> = Symbol('article host');
const kPage = Symbol('page');

export const reading = shallowRef<Reading | null>(null);

/** Makes the component the place where articles cited inside it are shown; a form keeps the focus within itself. */
export function hostArticles(): symbol {
  const host = Symbol('article');
  provide(kHost, host);
  return host;
}
export const pageHost = kPage;

/** A function that shows an article on the other side of what was clicked, so that both can be read. */
export function useArticle(): (place: Place, text: string, from: HTMLElement) => void {
  const host = inject(kHost, kPage);
  return (place, text, from) => {
    const box = from.getBoundingClientRect();
    const side = box.left + box.width / 2 > window.innerWidth / 2 ? 'left' : 'right';
    reading.value = { place, text, host, side, back: from };
  };
}

export function closeArticle(): void {
  const was = reading.value;
  reading.value = null;
  was?.back.focus();
}
