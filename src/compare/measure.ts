import { AppError } from '../domain/app-error.js';
import { levelOfCode } from '../domain/account.js';
import { FUNDS, PARTS } from '../domain/closed-lists.js';
import type { Classification, Fund, MetricKey, Part, ReportKind, Statement } from '../domain/closed-lists.js';
import type { CellSelector } from '../domain/figure.js';
import { STATEMENT_DEFINITIONS } from '../domain/statement-definitions.js';
import { STATE_CAPITAL_FROM } from '../domain/usual-statements.js';
import type { AlignedAccount, ListedAccount } from './align.js';
import { findMetric } from './metrics.js';
import { cellsOf } from './recipe.js';
import type { Recipe, Recipes } from './recipe.js';
import { ECONOMIC_TOTALS } from './recipes.js';

/** An account as asked for: read in the meaning that it has in the year `edition` (default: the latest year asked for). */
export interface AccountRequest {
  readonly classification: Classification;
  readonly code: string;
  readonly edition?: number | null;
  readonly fund?: Fund | null;
  readonly part?: Part | null;
}

/** Exactly one of key and account. */
export interface MeasureRequest {
  readonly key?: MetricKey | null;
  readonly account?: AccountRequest | null;
  readonly name?: string | null;
}

/** An account with the columns that are read. */
export interface MeasuredAccount extends ListedAccount, Pick<AccountRequest, 'fund' | 'part'> {}

/** How a measured account is read in one year. */
export interface YearReading extends AlignedAccount {
  /** Null: nothing is read, whatever is printed under the code. */
  readonly recipes: Recipes | null;
}

/** What is measured: a metric or an account, with its places in the reports. */
export interface Measure {
  /** The name given, the key, or FUNCTIONAL:2010301. */
  readonly name: string;
  /** Null: an account. */
  readonly key: MetricKey | null;
  readonly account: MeasuredAccount | null;
  readonly recipes: Recipes;
  /** Of what is no money. */
  readonly unit?: 'COUNT' | 'POINTS';
  /** The year that the account is read as of; null: of a metric, of an account on no list, or not settled. */
  readonly edition: number | null;
  /** How the account is read in each year; a year that is not here, by `recipes`. */
  readonly readings: ReadonlyMap<number, YearReading>;
  /** What a share of it is taken of; null: it has none. */
  readonly total: Measure | null;
}

const NOWHERE: Recipes = { FINAL_ACCOUNTS: null, BUDGET: null };
/** Nothing of it changes with the years. */
const AS_IT_STANDS = { edition: null, readings: new Map<number, YearReading>() };

/**
 * @throws AppError BAD_USER_INPUT where not exactly one of key and account is given, the account can't have a code, or no statement prints
 * it with this fund and part
 */
export function resolveMeasure({ key, account, name }: MeasureRequest): Measure {
  if ((key == null) === (account == null))
    throw new AppError(
      'BAD_USER_INPUT',
      `expected exactly one of key and account, got ${key == null ? 'none' : 'both'}`,
    );
  const measure = account == null ? measureOfKey(key as MetricKey) : measureOfAccount(account);
  return name == null ? measure : { ...measure, name };
}

/** The name given, the key, or FUNCTIONAL:2010301. */
export function nameOfMeasure({ key, account, name }: MeasureRequest): string {
  return name ?? (account == null ? String(key) : `${account.classification}:${account.code}`);
}

/** Whether values of the measure come from the indicators of evaluations. */
export function asksIndicators({ recipes }: Measure): boolean {
  return Object.values(recipes).some((recipe) => recipe !== null && 'indicators' in recipe);
}

/** All cells that values of these measures (with `totals`: shares of them) may stand in, each once. */
export function selectorsOf(measures: readonly Measure[], totals: boolean): CellSelector[] {
  const all = measures.flatMap((measure) => [measure, ...(totals && measure.total ? [measure.total] : [])]);
  const ways = all.flatMap(({ recipes, readings }) => [
    recipes,
    ...[...readings.values()].flatMap((reading) => reading.recipes ?? []),
  ]);
  const cells = ways.flatMap((recipes) => Object.values(recipes).flatMap((recipe) => (recipe ? cellsOf(recipe) : [])));
  return [...new Map(cells.map((cell) => [JSON.stringify(cell), cell])).values()];
}

function measureOfKey(key: MetricKey): Measure {
  const metric = findMetric(key);
  const own = { name: key, key, account: null, ...AS_IT_STANDS };
  const counted = metric.unit === 'COUNT' || metric.unit === 'POINTS' ? { unit: metric.unit } : {};
  const total = metric.total === key ? null : metric.total;
  const measure: Measure = { ...own, ...counted, recipes: metric.recipes, total: total && measureOfKey(total) };
  return metric.total === key ? { ...measure, total: measure } : measure;
}

function measureOfAccount(request: AccountRequest): Measure {
  const { classification, code, fund, part } = request;
  if (classification !== 'FUNCTIONAL' && classification !== 'ECONOMIC')
    throw new AppError(
      'BAD_USER_INPUT',
      `expected an account that has a code (FUNCTIONAL or ECONOMIC), got ${classification}`,
    );
  const account = { classification, code, ...(fund && { fund }), ...(part && { part }) };
  const recipes = recipesOf(account);
  if (isNowhere(recipes)) throw refuseScope(request, (scope) => recipesOf({ ...account, ...scope }));
  const total = classification === 'FUNCTIONAL' ? measureOfKey('EXPENDITURE') : economicTotal(part);
  return { name: nameOfMeasure({ account: request }), key: null, account, recipes, total, ...AS_IT_STANDS };
}

/** Where an account stands; NOWHERE where no statement has a column for its fund and part. */
export function recipesOf({ classification, code, fund, part }: MeasuredAccount): Recipes {
  return classification === 'FUNCTIONAL' ? functionalRecipes(code, fund, part) : economicRecipes(code, fund, part);
}

function isNowhere({ FINAL_ACCOUNTS, BUDGET }: Recipes): boolean {
  return FINAL_ACCOUNTS === null && BUDGET === null;
}

/** No statement has a column for the fund and the part that were asked for together. */
function refuseScope(
  { classification, fund: askedFund, part: askedPart }: AccountRequest,
  recipesWith: (scope: { fund: Fund; part: Part }) => Recipes,
): AppError {
  const printed = FUNDS.flatMap((fund) => {
    const parts = PARTS.filter((part) => !isNowhere(recipesWith({ fund, part })));
    return parts.length > 0 ? [`${fund}: ${parts.join(', ')}`] : [];
  });
  const got = [...(askedFund ? [`fund ${askedFund}`] : []), ...(askedPart ? [`part ${askedPart}`] : [])].join(', ');
  return new AppError(
    'BAD_USER_INPUT',
    `expected a fund and a part that ${classification} accounts are printed with (${printed.join('; ')}), got ${got}`,
  );
}

const STATEMENT_OF_FUND: Readonly<Partial<Record<Fund, Statement>>> = {
  ALL: 'EXPENDITURE',
  GENERAL_PUBLIC: 'GENERAL_PUBLIC_EXPENDITURE',
  GOVERNMENT_FUND: 'GOVERNMENT_FUND',
  STATE_CAPITAL: 'STATE_CAPITAL',
};
/** Whose expenditure side prints each 类 on a line. */
const SUMMARY_OF_FUND: Readonly<Partial<Record<Fund, Statement>>> = {
  ALL: 'REVENUE_EXPENDITURE_SUMMARY',
  APPROPRIATION: 'APPROPRIATION_SUMMARY',
  GENERAL_PUBLIC: 'APPROPRIATION_SUMMARY',
  GOVERNMENT_FUND: 'APPROPRIATION_SUMMARY',
  STATE_CAPITAL: 'APPROPRIATION_SUMMARY',
};

/** The statement of the fund (default ALL); a 类 that it doesn't print, in its line of the summary. */
function functionalRecipes(code: string, fund: Fund | null | undefined, part: Part | null | undefined): Recipes {
  const [money, portion] = [fund ?? 'ALL', part ?? 'TOTAL'];
  const isCategory = levelOfCode(code) === 'CATEGORY';
  const places = [STATEMENT_OF_FUND[money], isCategory ? SUMMARY_OF_FUND[money] : undefined];
  const cells = places.flatMap((statement): CellSelector[] =>
    statement
      ? [
          {
            statement,
            classification: 'FUNCTIONAL',
            accountCode: code,
            fund: money,
            part: portion,
            ...(portion !== 'OPENING' && portion !== 'CLOSING' && { flow: 'EXPENDITURE' }),
          },
        ]
      : [],
  );
  return { FINAL_ACCOUNTS: inTemplate('FINAL_ACCOUNTS', cells), BUDGET: inTemplate('BUDGET', cells) };
}

/** Those of the cells whose column the templates of this kind have; null where there is none. */
function inTemplate(kind: ReportKind, cells: readonly CellSelector[]): Recipe | null {
  const [first, ...others] = cells.filter((cell) =>
    STATEMENT_DEFINITIONS.some(
      (definition) =>
        definition.kind === kind &&
        definition.statement === cell.statement &&
        Object.values(definition.columns).some((columns) =>
          columns.some(({ fund, part }) => fund === cell.fund && part === cell.part),
        ),
    ),
  );
  if (!first) return null;
  const fromYear = kind === 'FINAL_ACCOUNTS' && first.fund === 'STATE_CAPITAL' ? STATE_CAPITAL_FROM : undefined;
  return { cells: [first, ...others], ...(fromYear && { fromYear }) };
}

/** Basic expenditure unless asked otherwise; PROJECT and TOTAL (both added) exist in budgets only. */
function economicRecipes(code: string, fund: Fund | null | undefined, part: Part | null | undefined): Recipes {
  if ((fund ?? 'GENERAL_PUBLIC') !== 'GENERAL_PUBLIC') return NOWHERE;
  const cell = (portion: 'BASIC' | 'PROJECT'): CellSelector => ({
    statement: `GENERAL_PUBLIC_${portion}_EXPENDITURE`,
    classification: 'ECONOMIC',
    accountCode: code,
    fund: 'GENERAL_PUBLIC',
    part: portion,
  });
  const portion = part ?? 'BASIC';
  const scope = { funds: ['GENERAL_PUBLIC'], part: 'TOTAL' } as const;
  if (portion === 'BASIC') return { FINAL_ACCOUNTS: { cells: [cell('BASIC')] }, BUDGET: { cells: [cell('BASIC')] } };
  if (portion === 'PROJECT') return { FINAL_ACCOUNTS: null, BUDGET: { cells: [cell('PROJECT')] } };
  if (portion !== 'TOTAL') return NOWHERE;
  return { FINAL_ACCOUNTS: null, BUDGET: { sumOf: [cell('BASIC'), cell('PROJECT')], all: false, scope } };
}

function economicTotal(part: Part | null | undefined): Measure {
  const portion = part === 'PROJECT' || part === 'TOTAL' ? part : 'BASIC';
  return {
    name: `ECONOMIC, ${portion}`,
    key: null,
    account: null,
    recipes: ECONOMIC_TOTALS[portion],
    total: null,
    ...AS_IT_STANDS,
  };
}
