import type { CellStatus, MissingReason, ReportKind, Stage } from '../domain/closed-lists.js';
import type { Figure } from '../domain/figure.js';
import type { Reference } from '../domain/reference.js';
import { whyStatementIsMissing } from '../domain/usual-statements.js';
import { fits } from './evidence.js';
import type { Index, Presence } from './evidence.js';
import type { Measure } from './measure.js';
import { cellsOf } from './recipe.js';
import type { PrintedRecipe, Recipe, Scope, SumRecipe } from './recipe.js';

/** What one department's reports say, in fen, and from which printed figures. */
export interface Reading {
  readonly fen: bigint;
  readonly status: Extract<CellStatus, 'REPORTED' | 'DERIVED'>;
  readonly scope: Scope;
  readonly figures: readonly Figure[];
}
export interface Missing {
  readonly missing: MissingReason;
}

/** The documents that state a stage, the usual one first. */
const KINDS_OF_STAGE: Readonly<Record<Stage, readonly [ReportKind, ...ReportKind[]]>> = {
  OUTTURN: ['FINAL_ACCOUNTS'],
  ORIGINAL_BUDGET: ['BUDGET', 'FINAL_ACCOUNTS'],
  REVISED_BUDGET: ['FINAL_ACCOUNTS'],
};

export interface FigureKey {
  readonly departmentId: string;
  readonly year: number;
  readonly stage: Stage;
}

/** The value of a measure for one department, year and stage, or why there is none. */
export function readFigure(measure: Measure, key: FigureKey, index: Index, reference: Reference): Reading | Missing {
  const { departmentId, year, stage } = key;
  for (const kind of KINDS_OF_STAGE[stage]) {
    const report = index.report(departmentId, year, kind);
    const recipe = measure.recipes[kind];
    if (!report || !recipe) continue;
    const reading = applyRecipe(recipe, report, index.figures(departmentId, year, kind, stage));
    if (reading) return reading === 'CONTRADICTORY' ? { missing: 'UNREADABLE' } : reading;
  }
  return { missing: explainMissing(measure, key, index, reference) };
}

function applyRecipe(recipe: Recipe, report: Presence, figures: readonly Figure[]): Reading | 'CONTRADICTORY' | null {
  return 'sumOf' in recipe ? applySum(recipe, report, figures) : applyPrinted(recipe, figures);
}

/** Two different figures in one place can't be told apart: neither is taken. */
function applyPrinted(
  { cells, twins = [] }: PrintedRecipe,
  figures: readonly Figure[],
): Reading | 'CONTRADICTORY' | null {
  for (const cell of cells) {
    const found = figures.filter((figure) => fits(figure, cell)).sort(byId);
    const [first] = found;
    if (!first) continue;
    if (found.some(({ fen }) => fen !== first.fen)) return 'CONTRADICTORY';
    const equals = figures
      .filter(({ fen }) => fen === first.fen)
      .filter((own) => twins.some((twin) => fits(own, twin)));
    const funds = [first, ...equals].flatMap(({ fund }) => (fund ? [fund] : []));
    const scope = { funds: [...new Set(funds)], part: first.part };
    return { fen: first.fen, status: 'REPORTED', scope, figures: [first] };
  }
  return null;
}

function applySum({ sumOf, all, scope }: SumRecipe, report: Presence, figures: readonly Figure[]): Reading | null {
  const found = sumOf.map((cell) => figures.filter((figure) => fits(figure, cell)).sort(byId));
  const terms = found.flatMap(([first]) => (first ? [first] : []));
  const isRead = sumOf.every(({ statement }) => report.statements.includes(statement));
  if (terms.length === 0 || !isRead || (all && terms.length < sumOf.length)) return null;
  return { fen: terms.reduce((sum, { fen }) => sum + fen, 0n), status: 'DERIVED', scope, figures: terms };
}

function explainMissing(
  { recipes, account }: Measure,
  { departmentId, year, stage }: FigureKey,
  index: Index,
  reference: Reference,
): MissingReason {
  const [kind] = KINDS_OF_STAGE[stage];
  const report = index.report(departmentId, year, kind);
  const recipe = recipes[kind];
  if (!report) return 'NOT_COVERED';
  if (!recipe || year < (recipe.fromYear ?? 0)) return 'NOT_IN_TEMPLATE';
  const places = cellsOf(recipe).map(({ statement }) => statement);
  if (stage === 'REVISED_BUDGET' && !places.includes('THREE_OFFICIAL_EXPENSES')) return 'NOT_IN_TEMPLATE';
  if (account && !existsIn(account, year, index, reference)) return 'NO_MAPPING';
  const unread = places.find((statement) => !report.statements.includes(statement));
  if (unread) return whyStatementIsMissing(kind, year, unread, report.statementsWithIssues.includes(unread));
  return places.some((statement) => report.statementsInPart.includes(statement)) ? 'UNREADABLE' : 'NOT_PRINTED';
}

/** Whether the code has a meaning in that year; one that is on no list has one where it is printed somewhere, whenever that was. */
function existsIn(account: NonNullable<Measure['account']>, year: number, index: Index, reference: Reference): boolean {
  const row = reference.account(account.classification, account.code, year);
  if (!row) return index.isPrinted(account);
  return row.edition <= year && (row.lastYear === null || year <= row.lastYear);
}

function byId(a: Figure, b: Figure): number {
  return a.lineItemId < b.lineItemId ? -1 : a.lineItemId > b.lineItemId ? 1 : 0;
}
