import type { CellStatus, MissingReason, Stage } from '../domain/closed-lists.js';
import type { FactFigure, Figure } from '../domain/figure.js';
import type { Scope } from './recipe.js';

/** What one department's reports say, in fen (counts and points in millionths), and from which printed figures. */
export interface Reading {
  readonly fen: bigint;
  readonly status: Exclude<CellStatus, 'MISSING'>;
  readonly scope: Scope;
  readonly figures: readonly Figure[];
  /** Numbers of the text. */
  readonly facts?: readonly FactFigure[];
  /** The same, derived in another way. */
  readonly others?: readonly { readonly fen: bigint; readonly called: string }[];
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
