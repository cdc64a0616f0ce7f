import type { Reference } from '../domain/reference.js';
import { fillMeasures, lacksMeasures } from '../store/indicator-measures.js';
import { fillSearchTexts, lacksSearchTexts } from '../store/search-texts.js';
import type { Store } from '../store/store.js';

/** Brings what a store from before this version lacks, made of its rows and the reference; two statements where it lacks nothing. */
export async function completeStore(store: Store, reference: Reference): Promise<void> {
  while (await lacksSearchTexts(store)) await fillSearchTexts(store, reference);
  while (await lacksMeasures(store)) await fillMeasures(store);
}
