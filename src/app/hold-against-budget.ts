import { holdAgainstBudget as hold } from '../compare/execution.js';
import type { CompositionVariance, Execution, ExecutionRow } from '../compare/execution.js';
import type { ListedAccount } from '../compare/align.js';
import { alignMeasure } from '../compare/align-measure.js';
import { resolveMeasure, totalOf } from '../compare/measure.js';
import type { Measure } from '../compare/measure.js';
import { AppError } from '../domain/app-error.js';
import type { AccountLevel, AmountUnit, Classification, Stage } from '../domain/closed-lists.js';
import type { ComparedCell } from '../domain/compared-cell.js';
import type { Reference } from '../domain/reference.js';
import { findPrintedCodes } from '../store/printed-codes.js';
import type { Store } from '../store/store.js';
import { answerFromStore } from './answer-from-store.js';
import type { Demand } from './answer-question.js';
import { listBody } from './body-request.js';
import type { BodyRequest } from './body-request.js';
import { checkYears } from './check-years.js';
import { settleEntities } from './compare-entities.js';
import { findHints } from './hints.js';
import { gatherReports } from './gather-reports.js';
import type { Gathered } from './gather-reports.js';
import { nameAccount } from './named-account.js';
import type { NamedAccount } from './named-account.js';
import type { Named } from './named.js';

/** What is asked; null and absent mean the default. */
export interface ExecutionRequest extends BodyRequest {
  /** Default: all with a report. */
  readonly years?: readonly number[] | null;
  /** Default: FUNCTIONAL. */
  readonly classification?: Classification | null;
  /** Default: the lowest, ITEM of functional and GROUP of economic accounts. */
  readonly level?: AccountLevel | null;
  /** Default: the original budget, else the revised one. */
  readonly bases?: readonly Stage[] | null;
  readonly unit?: AmountUnit | null;
}

export interface ExecutedRow extends Omit<ExecutionRow, 'measure'> {
  /** With its name in that year; null: the total. */
  readonly account: NamedAccount | null;
}

export interface ExecutedYear extends CompositionVariance {
  readonly year: number;
  readonly total: ExecutedRow;
  readonly items: readonly ExecutedRow[];
}

export interface ExecutionAnswer extends Pick<Execution, 'verdict' | 'warnings'> {
  readonly years: readonly ExecutedYear[];
  /** All cells, for what there is of their districts and years. */
  readonly cells: readonly ComparedCell[];
  readonly hints: readonly string[];
}

const DEFAULT_BASES = ['ORIGINAL_BUDGET', 'REVISED_BUDGET'] as const;

/**
 * Budgets beside the outturn of one district or department by the accounts of each year: one statement more than a comparison.
 * @throws AppError BAD_USER_INPUT
 */
export async function holdAgainstBudget(
  store: Store,
  reference: Reference,
  request: ExecutionRequest,
  { withFigures = true }: Pick<Demand, 'withFigures'> = {},
): Promise<ExecutionAnswer> {
  const { classification, level, bases } = checkExecution(request);
  const body = listBody(request);
  const gathered = await gatherReports(store, reference, body);
  const [entity] = settleEntities({ ...body, metrics: [] }, gathered.own);
  const own = (entity?.departmentIds ?? []).flatMap((id) => gathered.presences.ofDepartment(id));
  const years = [...new Set(request.years ?? own.map(({ year }) => year).sort((a, b) => a - b))];
  const hints = await findHints(store, reference, namesOf(body), namesOf(heldBy(body, gathered)));
  if (!entity || years.length === 0) return { verdict: 'NOT_COMPARABLE', warnings: [], years: [], cells: [], hints };
  const codes = await findPrintedCodes(store, { departmentIds: entity.departmentIds, years, classification, level });
  const ofYear = (year: number) => ({
    year,
    total: totalOf({ classification }),
    items: (codes.get(year) ?? []).map((code) => measureOf({ classification, code }, year, reference)),
  });
  const question = { entity, bases, unit: request.unit ?? 'WAN_YUAN', years: years.map(ofYear) };
  const { answer } = await answerFromStore(
    store,
    reference,
    { ...gathered, measures: question.years.flatMap(({ total, items }) => [total, ...items]), years, withFigures },
    (evidence) => hold(question, evidence),
  );
  return { ...answer, years: answer.years.map((year) => nameRows(year, reference)), cells: cellsOf(answer), hints };
}

type Bodies = ReturnType<typeof listBody>;

function namesOf({ districts, departments }: Bodies): Named[] {
  return [
    ...(districts ?? []).map((value): Named => ({ kind: 'DIVISION', value })),
    ...(departments ?? []).map((value): Named => ({ kind: 'DEPARTMENT', value })),
  ];
}

/** The districts that have a report, and those of the departments asked for that are known. */
function heldBy(asked: Bodies, { presences, departments }: Gathered): Bodies {
  return {
    districts: presences.districtCodes,
    departments: (asked.departments ?? []).filter((id) => departments.has(id)),
  };
}

function checkExecution({ years, classification, level, bases }: ExecutionRequest) {
  checkYears(years ?? []);
  const refuse = (expected: string, got: string): AppError =>
    new AppError('BAD_USER_INPUT', `expected ${expected}, got ${got}`);
  const own = classification ?? 'FUNCTIONAL';
  if (own !== 'FUNCTIONAL' && own !== 'ECONOMIC') throw refuse('classification: FUNCTIONAL or ECONOMIC', own);
  if (own === 'ECONOMIC' && level === 'ITEM') throw refuse('level: CATEGORY or GROUP of economic accounts', 'ITEM');
  const stages = bases ?? DEFAULT_BASES;
  if (stages.length === 0 || stages.includes('OUTTURN'))
    throw refuse('bases: at least one of ORIGINAL_BUDGET and REVISED_BUDGET', stages[0] ?? 'an empty list');
  const lowest: AccountLevel = own === 'FUNCTIONAL' ? 'ITEM' : 'GROUP';
  return { classification: own, level: level ?? lowest, bases: [...new Set(stages)] };
}

/** As meant in that very year. */
function measureOf(account: ListedAccount, year: number, reference: Reference): Measure {
  return alignMeasure(resolveMeasure({ account }), year, { asked: [year], read: [year] }, reference);
}

function cellsOf({ years }: Pick<Execution, 'years'>): ComparedCell[] {
  return years.flatMap(({ total, items }) =>
    [total, ...items].flatMap(({ original, revised, outturn }) => [original, revised, outturn]),
  );
}

function nameRows({ total, items, ...year }: Execution['years'][number], reference: Reference): ExecutedYear {
  const name = ({ measure: { account }, ...row }: ExecutionRow): ExecutedRow => ({
    ...row,
    account: account && nameAccount(reference, account, year.year),
  });
  return { ...year, total: name(total), items: items.map(name) };
}
