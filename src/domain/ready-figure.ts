import type { CellStatus, Fund, Part, Stage } from './closed-lists.js';
import type { Figure } from './figure.js';

/** Whose money a value is about and which part of it. More than one fund: the amount is the same for each of them. */
export interface Scope {
  readonly funds: readonly Fund[];
  readonly part: Part | null;
  /** Where a report of that kind defines what it names otherwise than final accounts: how. */
  readonly definition?: string;
}

/** A printed figure that takes part in identities that do not hold. */
export type FlawedFigure = Pick<Figure, 'label' | 'fen' | 'broken'>;

/** The kind of report whose tables print it; TEXT: what the texts state, of figures that no table prints. */
export const READY_ORIGINS = ['FINAL_ACCOUNTS', 'BUDGET', 'TEXT'] as const;
export type ReadyOrigin = (typeof READY_ORIGINS)[number];

/** Whose figures, of which year. */
export interface ReadyPlace {
  readonly departmentId: string;
  readonly districtCode: string;
  readonly year: number;
}

/** What one department's reports say of one measure in one year and stage, kept ready so that no comparison looks for it again. */
export interface ReadyFigure extends ReadyPlace {
  readonly stage: Stage;
  /** Key of a metric, FUNCTIONAL:2010301, or the name of a total. */
  readonly measure: string;
  /** Counts and points in millionths; null: two printed figures contradict each other. */
  readonly fen: bigint | null;
  readonly status: Exclude<CellStatus, 'MISSING'>;
  readonly origin: ReadyOrigin;
  readonly scope: Scope;
  readonly flaws: readonly FlawedFigure[];
}
