import type { Statement, ReportKind } from '../domain/closed-lists.js';
import type { CellSelector, Figure } from '../domain/figure.js';
import type { DepartmentFilter } from '../domain/filters.js';
import type { Store } from './store.js';

/** Whose figures, of which years. Absent and null are no restriction, an empty list matches nothing; all given ones hold together. */
export interface FigureScope {
  readonly departmentIds?: readonly string[] | null;
  /** Departments of these very districts, not of those below them. */
  readonly districtCodes?: readonly string[] | null;
  readonly departmentFilter?: DepartmentFilter | null;
  readonly years?: readonly number[] | null;
}

export interface FigureQuery extends FigureScope {
  readonly selectors: readonly CellSelector[];
}

/** A report that comparisons may use: current, of the whole department. */
export interface ReportPresence {
  readonly reportId: string;
  readonly departmentId: string;
  readonly districtCode: string;
  readonly year: number;
  readonly kind: ReportKind;
  /** Statements of which something was read. */
  readonly statements: readonly Statement[];
  /** Statements with an issue: something in them could not be read. */
  readonly statementsWithIssues: readonly Statement[];
}

/**
 * The figures that fit any of the selectors, each once, in one statement: line items of current, department-wide reports, rows of all
 * units. By department, year, report, then as printed.
 */
export async function findFigures(_store: Store, _query: FigureQuery): Promise<readonly Figure[]> {
  throw new Error('not built yet');
}

/** The reports that could have such figures: for the reasons of missing cells. By department, year, kind. */
export async function findReportsFor(_store: Store, _scope: FigureScope): Promise<readonly ReportPresence[]> {
  throw new Error('not built yet');
}
