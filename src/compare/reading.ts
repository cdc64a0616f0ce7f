import type { CellReading } from '../domain/compared-cell.js';
import type { CellStatus, MissingReason, Stage } from '../domain/closed-lists.js';
import type { Scope } from './recipe.js';

/** What one department's reports say. */
export interface Reading extends CellReading {
  readonly status: Exclude<CellStatus, 'MISSING'>;
  readonly scope: Scope;
}

export interface Missing {
  readonly missing: MissingReason;
}

/** Whose value, of which year and stage. */
export interface FigureKey {
  readonly departmentId: string;
  readonly year: number;
  readonly stage: Stage;
}
