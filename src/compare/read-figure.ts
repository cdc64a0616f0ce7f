import { compareTexts } from '../domain/compare-texts.js';
import type { MissingReason, ReportKind, Stage } from '../domain/closed-lists.js';
import type { Figure } from '../domain/figure.js';
import { holdMoney } from '../domain/money.js';
import type { Reference } from '../domain/reference.js';
import { whyStatementIsMissing } from '../domain/usual-statements.js';
import { isMeantIn } from './align.js';
import type { FindFitting, Index, Presence } from './evidence.js';
import type { Measure } from './measure.js';
import { readNarrative } from './read-narrative.js';
import { readReadyTables, readReadyText } from './read-ready.js';
import type { FigureKey, Missing, Reading } from './reading.js';
import { cellsOf, statementsOf } from './recipe.js';
import type { GroupRecipe, PrintedRecipe, Recipe, Recipes, SumRecipe } from './recipe.js';

/** The documents that state a stage, the usual one first. */
export const KINDS_OF_STAGE: Readonly<Record<Stage, readonly [ReportKind, ...ReportKind[]]>> = {
  OUTTURN: ['FINAL_ACCOUNTS'],
  ORIGINAL_BUDGET: ['BUDGET', 'FINAL_ACCOUNTS'],
  REVISED_BUDGET: ['FINAL_ACCOUNTS'],
};

/** The value of a measure for one department, year and stage, from the tables, else from the text; or why there is none. */
export function readFigure(measure: Measure, key: FigureKey, index: Index, reference: Reference): Reading | Missing {
  const reading = readTables(measure, key, index) ?? readTexts(measure, key, index);
  if (reading) return reading === 'CONTRADICTORY' ? { missing: 'UNREADABLE' } : reading;
  return { missing: explainMissing(measure, key, index, reference) };
}

/** What the texts state of it; null: nothing. */
export function readTexts(measure: Measure, key: FigureKey, index: Index): Reading | 'CONTRADICTORY' | null {
  if (index.ready) return readReadyText(measure, key, index.ready);
  return readNarrative(measure, key, index, (own, other) => {
    const found = readTables(own, other, index);
    return found === 'CONTRADICTORY' ? null : found;
  });
}

/** What the tables say; null: nothing. */
export function readTables(measure: Measure, key: FigureKey, index: Index): Reading | 'CONTRADICTORY' | null {
  for (const kind of KINDS_OF_STAGE[key.stage]) {
    const reading = readTablesOf(kind, measure, key, index);
    if (reading) return reading;
  }
  return null;
}

/** What the tables of that kind of report say; null: nothing. */
export function readTablesOf(
  kind: ReportKind,
  measure: Measure,
  key: FigureKey,
  index: Index,
): Reading | 'CONTRADICTORY' | null {
  const { departmentId, year, stage } = key;
  const report = index.report(departmentId, year, kind);
  const recipe = recipesIn(measure, year)?.[kind];
  if (!report || !recipe) return null;
  if (index.ready) return readReadyTables(kind, measure, key, { report, recipe, ready: index.ready });
  if ('indicators' in recipe) {
    const total = stage === 'OUTTURN' ? index.indicators(departmentId, year, kind)?.[recipe.indicators] : null;
    return total == null ? null : countReading(String(total));
  }
  return applyRecipe(recipe, report, index.figures(departmentId, year, kind, stage));
}

/** A count or points, as millionths: the store and the sums of cells know whole numbers only. Null: finer than that. */
function countReading(decimal: string): Reading | null {
  const money = holdMoney(decimal, 'WAN_YUAN');
  return money && { fen: money.fen, status: 'DERIVED', scope: { funds: [], part: null }, figures: [] };
}

function recipesIn({ recipes, readings }: Measure, year: number): Recipes | null {
  const reading = readings.get(year);
  return reading ? reading.recipes : recipes;
}

function applyRecipe(recipe: Recipe, report: Presence, find: FindFitting): Reading | 'CONTRADICTORY' | null {
  if ('indicators' in recipe || 'narrative' in recipe) return null;
  if ('group' in recipe) return applyGroup(recipe, report, find);
  return 'sumOf' in recipe ? applySum(recipe, report, find) : applyPrinted(recipe, find);
}

/** Two different figures in one place can't be told apart: neither is taken. */
function applyPrinted(
  { cells, twins = [], definition }: PrintedRecipe,
  find: FindFitting,
): Reading | 'CONTRADICTORY' | null {
  for (const cell of cells) {
    const found = [...find(cell)].sort(byId);
    const [first] = found;
    if (!first) continue;
    if (found.some(({ fen }) => fen !== first.fen)) return 'CONTRADICTORY';
    const equals = twins.flatMap((twin) => find(twin)).filter(({ fen }) => fen === first.fen);
    const funds = [first, ...equals].flatMap(({ fund }) => (fund ? [fund] : []));
    const scope = { funds: [...new Set(funds)], part: first.part, ...(definition && { definition }) };
    return { fen: first.fen, status: 'REPORTED', scope, figures: [first] };
  }
  return null;
}

function applySum({ sumOf, all, scope }: SumRecipe, report: Presence, find: FindFitting): Reading | null {
  const found = sumOf.map((cell) => [...find(cell)].sort(byId));
  const terms = found.flatMap(([first]) => (first ? [first] : []));
  const isRead = sumOf.every(({ statement }) => report.statements.includes(statement));
  if (terms.length === 0 || !isRead || (all && terms.length < sumOf.length)) return null;
  return { fen: terms.reduce((sum, { fen }) => sum + fen, 0n), status: 'DERIVED', scope, figures: terms };
}

/** Where a row could not be read, nothing says that it is none of the group. */
function applyGroup(recipe: GroupRecipe, report: Presence, find: FindFitting): Reading | 'CONTRADICTORY' | null {
  const readings = recipe.group.map((part) => applyRecipe(part, report, find));
  if (readings.includes('CONTRADICTORY')) return 'CONTRADICTORY';
  const found = readings.flatMap((reading) => (reading === null || reading === 'CONTRADICTORY' ? [] : [reading]));
  const [first] = found;
  const isInPart = cellsOf(recipe).some(({ statement }) => report.statementsInPart.includes(statement));
  if (!first || (isInPart && found.length < readings.length)) return null;
  return {
    fen: found.reduce((sum, { fen }) => sum + fen, 0n),
    status: 'DERIVED',
    scope: first.scope,
    figures: found.flatMap((reading) => reading.figures),
  };
}

/** Why neither tables nor texts say anything. */
export function explainMissing(
  measure: Measure,
  { departmentId, year, stage }: FigureKey,
  index: Index,
  reference: Reference,
): MissingReason {
  const [kind] = KINDS_OF_STAGE[stage];
  const report = index.report(departmentId, year, kind);
  return report ? explainerOf(measure, year, stage, index, reference)(report) : 'NOT_COVERED';
}

/** Why there is nothing in a report. */
type Explain = (report: Presence) => MissingReason;

const explainers = new WeakMap<Index, Map<Measure, Map<string, Explain>>>();

/** The same for all reports of a kind and year: often many are silent. */
export function explainerOf(measure: Measure, year: number, stage: Stage, index: Index, reference: Reference): Explain {
  const ofIndex = explainers.get(index) ?? new Map<Measure, Map<string, Explain>>();
  explainers.set(index, ofIndex);
  const ofMeasure = ofIndex.get(measure) ?? new Map<string, Explain>();
  ofIndex.set(measure, ofMeasure);
  const key = `${year} ${stage}`;
  const explain = ofMeasure.get(key) ?? makeExplainer(measure, year, stage, index, reference);
  ofMeasure.set(key, explain);
  return explain;
}

function makeExplainer(measure: Measure, year: number, stage: Stage, index: Index, reference: Reference): Explain {
  const [kind] = KINDS_OF_STAGE[stage];
  const recipe = (recipesIn(measure, year) ?? measure.recipes)[kind];
  if (!recipe || year < (recipe.fromYear ?? 0)) return () => 'NOT_IN_TEMPLATE';
  const places = statementsOf(recipe);
  if (stage === 'REVISED_BUDGET' && !places.includes('THREE_OFFICIAL_EXPENSES')) return () => 'NOT_IN_TEMPLATE';
  if (!existsIn(measure, year, index, reference)) return () => 'NO_MAPPING';
  return ({ statements, statementsInPart, statementsWithIssues }) => {
    const unread = places.find((statement) => !statements.includes(statement));
    if (unread) return whyStatementIsMissing(kind, year, unread, statementsWithIssues.includes(unread));
    return places.some((statement) => statementsInPart.includes(statement)) ? 'UNREADABLE' : 'NOT_PRINTED';
  };
}

/** Whether there is something to read in that year; of a code on no list, where it is printed somewhere, whenever that was. */
function existsIn({ account, readings }: Measure, year: number, index: Index, reference: Reference): boolean {
  if (!account) return true;
  const reading = readings.get(year);
  if (reading) return reading.accounts.length > 0;
  const isListed = reference.account(account.classification, account.code, year) !== undefined;
  return isListed ? isMeantIn(account, year, reference) : index.isPrinted(account);
}

function byId(a: Figure, b: Figure): number {
  return compareTexts(a.lineItemId, b.lineItemId);
}
