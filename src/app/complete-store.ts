import type { Reference } from '../domain/reference.js';
import { fillMeasures, lacksMeasures } from '../store/indicator-measures.js';
import { fillSearchTexts, lacksSearchTexts } from '../store/search-texts.js';
import { fillReadyFigures, lacksReadyFigures } from '../store/ready-figures.js';
import type { Store } from '../store/store.js';
import { READY_RULES } from './keep-ready.js';

/** Brings what a store from before this version lacks, made of its rows and the reference; three statements where it lacks nothing. */
export async function completeStore(store: Store, reference: Reference): Promise<void> {
  while (await lacksSearchTexts(store)) await fillSearchTexts(store, reference);
  while (await lacksMeasures(store)) await fillMeasures(store);
  while (await lacksReadyFigures(store, READY_RULES)) await fillReadyFigures(store, READY_RULES);
}
