import type { CellReading } from '../domain/compared-cell.js';
import type { CellStatus, MissingReason, Stage } from '../domain/closed-lists.js';
import type { FlawedFigure, Scope } from '../domain/ready-figure.js';

/** What one department's reports say. */
export interface Reading extends CellReading {
  readonly status: Exclude<CellStatus, 'MISSING'>;
  readonly scope: Scope;
  /** Of a reading that was kept ready, which has no figures: those of them with identities that do not hold. */
  readonly flaws?: readonly FlawedFigure[];
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
