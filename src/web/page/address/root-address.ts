import { LANGUAGES } from '../words/language';
import type { Language } from '../words/language';
import { readChoice, readText } from './search-text';
import type { Unread } from './search-text';

/** What every view's address may say. */
export interface RootAddress {
  readonly lang: Language;
  /** The release that all figures are read of; the newest where it is not said. */
  readonly release?: string | undefined;
}

export function readRootAddress(raw: Unread<RootAddress>): RootAddress {
  return { lang: readChoice(raw.lang, LANGUAGES), release: readText(raw.release) };
}
