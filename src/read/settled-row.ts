import type { Money } from '../domain/money.js';
import type { GatheredRow } from './gather-rows.js';

/** A printed row with its amounts read: one a money column of its side, null where nothing is printed or it was refused. */
export interface SettledRow extends Omit<GatheredRow, 'prints' | 'misplaced' | 'pageIndex'> {
  readonly amounts: readonly (Money | null)[];
}
