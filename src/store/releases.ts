import type { Release } from '../domain/records.js';
import type { Store } from './store.js';

/** What is stored now; a store without any report has a release too (of nothing, number 0). */
export async function findLatestRelease(_store: Store): Promise<Release> {
  throw new Error('not built yet');
}

export async function findReleaseById(_store: Store, _id: string): Promise<Release | undefined> {
  throw new Error('not built yet');
}
