import type { Money } from '../domain/money.js';

/** A printed row with its amounts read: one a money column of its side, null where nothing is printed or it was refused. */
export interface SettledRow {
  readonly sideIndex: number;
  readonly code: string | null;
  readonly label: string;
  readonly labelUncertain: boolean;
  readonly hasRemark: boolean;
  /** Blanks that the print put before the name; null where the medium keeps none. */
  readonly indent: number | null;
  readonly line: number;
  readonly page: number | null;
  readonly text: string;
  readonly amounts: readonly (Money | null)[];
}
