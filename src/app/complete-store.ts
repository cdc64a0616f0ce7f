import type { Reference } from '../domain/reference.js';
import { fillSearchTexts, lacksSearchTexts } from '../store/search-texts.js';
import type { Store } from '../store/store.js';

/** Brings what a store from before this version lacks, made of its rows and the reference; one statement where it lacks nothing. */
export async function completeStore(store: Store, reference: Reference): Promise<void> {
  while (await lacksSearchTexts(store)) await fillSearchTexts(store, reference);
}
