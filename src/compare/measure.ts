import { levelOfCode } from '../domain/account.js';
import { AppError } from '../domain/app-error.js';
import { CHINESE_FUNDS, CHINESE_PARTS } from '../domain/chinese-names.js';
import type { Fund, MetricKey, Normalisation, Part } from '../domain/closed-lists.js';
import type { Scale } from '../domain/compared-cell.js';
import type { CellSelector } from '../domain/figure.js';
import { economicTotal, functionalTotal, isNowhere, recipesOf, refuseScope } from './account-recipes.js';
import type { AccountRequest, MeasuredAccount } from './account-recipes.js';
import type { AlignedAccount } from './align.js';
import { findMetric } from './metrics.js';
import { scaleOfQuotient } from './quantity.js';
import type { QuotientScale } from './quantity.js';
import { cellsOf } from './recipe.js';
import type { Recipes } from './recipe.js';

/** Exactly one of key and account; with `over` (itself without) a ratio of the two. */
export interface MeasureRequest {
  readonly key?: MetricKey | null;
  readonly account?: AccountRequest | null;
  readonly over?: MeasureRequest | null;
  readonly name?: string | null;
}

/** How a measured account is read in one year. */
export interface YearReading extends AlignedAccount {
  /** Null: nothing is read, whatever is printed under the code. */
  readonly recipes: Recipes | null;
  /** Whose places these are: the first that is printed, or, where several accounts are one here, all of them added. */
  readonly codes: readonly string[];
}

/** What is measured: a metric or an account, with its places in the reports. */
export interface Measure {
  /** The name given, the key, or FUNCTIONAL:2010301. */
  readonly name: string;
  /** The name given, the metric's Chinese name, or code and name of the account. */
  readonly nameZh: string;
  /** Null: an account. */
  readonly key: MetricKey | null;
  readonly account: MeasuredAccount | null;
  readonly recipes: Recipes;
  /** Of the measure itself, without what it is divided by. */
  readonly scale: Scale;
  /** The year that the account is read as of; null: of a metric, or not settled. */
  readonly edition: number | null;
  /** How the account is read in each year; a year that is not here, by `recipes`. */
  readonly readings: ReadonlyMap<number, YearReading>;
  /** What SHARE_OF_TOTAL is taken of; null: it has none. */
  readonly total: Measure | null;
  /** What it is a part of: that of SHARE_OF_PARENT; null: nothing. */
  readonly parent: Measure | null;
  /** What it is divided by; null: nothing. */
  readonly over: Measure | null;
}

/** By itself, and nothing of it changes with the years. */
const AS_IT_STANDS = {
  ...{ edition: null, readings: new Map<number, YearReading>() },
  ...{ total: null, parent: null, over: null },
};

/**
 * @throws AppError BAD_USER_INPUT where not exactly one of key and account is given, the account can't have a code, no statement prints
 * it with this fund and part, or what it is over has an `over` itself or makes no quotient with it
 */
export function resolveMeasure({ key, account, name, over }: MeasureRequest): Measure {
  if ((key == null) === (account == null))
    throw new AppError(
      'BAD_USER_INPUT',
      `expected exactly one of key and account, got ${key == null ? 'none' : 'both'}`,
    );
  const own = account == null ? measureOfKey(key as MetricKey) : measureOfAccount(account);
  const measure = { ...own, name: name ?? own.name, nameZh: name ?? own.nameZh };
  if (over == null) return measure;
  if (over.over != null) throw new AppError('BAD_USER_INPUT', 'expected `over` without an `over` of its own, got one');
  const denominator = resolveMeasure(over);
  scaleOfQuotient(measure.scale, denominator.scale);
  return { ...measure, over: denominator };
}

/** What its values are numbers of. */
export function scaleOf({ scale, over }: Measure): QuotientScale {
  return over ? scaleOfQuotient(scale, over.scale) : scale;
}

/**
 * What values of the measure are divided by: what it is over, or what a share is taken of; null: nothing. NOT_APPLICABLE: there is no
 * such share of it, or it is no money that could be shared out among heads (nor what is over another already) or restated to other prices.
 */
export function denominatorOf(measure: Measure, normalise: Normalisation): Measure | 'NOT_APPLICABLE' | null {
  const { over, total, parent } = measure;
  if (normalise === 'SHARE_OF_TOTAL') return (over ? null : total) ?? 'NOT_APPLICABLE';
  if (normalise === 'SHARE_OF_PARENT') return (over ? null : parent) ?? 'NOT_APPLICABLE';
  if (normalise === 'PER_CAPITA' && over) return 'NOT_APPLICABLE';
  const needsMoney = normalise === 'PER_CAPITA' || normalise === 'REAL_TERMS';
  return needsMoney && scaleOf(measure) !== 'MONEY' ? 'NOT_APPLICABLE' : over;
}

/** The measures and what they are divided by, each once. */
export function withDenominators(measures: readonly Measure[], normalise: Normalisation): Measure[] {
  const all = measures.flatMap((measure) => {
    const denominator = denominatorOf(measure, normalise);
    return denominator === null || denominator === 'NOT_APPLICABLE' ? [measure] : [measure, denominator];
  });
  return [...new Set(all)];
}

/** The name given, the key, or FUNCTIONAL:2010301. */
export function nameOfMeasure({ key, account, name }: MeasureRequest): string {
  return name ?? (account == null ? String(key) : `${account.classification}:${account.code}`);
}

/** Whether values of the measure come from the indicators of evaluations. */
export function asksIndicators({ recipes }: Measure): boolean {
  return Object.values(recipes).some((recipe) => recipe !== null && 'indicators' in recipe);
}

/** All cells that values of these measures may stand in, each once. */
export function selectorsOf(measures: readonly Measure[]): CellSelector[] {
  const ways = measures.flatMap(({ recipes, readings }) => [
    recipes,
    ...[...readings.values()].flatMap((reading) => reading.recipes ?? []),
  ]);
  const cells = ways.flatMap((recipes) => Object.values(recipes).flatMap((recipe) => (recipe ? cellsOf(recipe) : [])));
  return [...new Map(cells.map((cell) => [JSON.stringify(cell), cell])).values()];
}

function measureOfKey(key: MetricKey): Measure {
  const { total, parent } = findMetric(key);
  return { ...bareMeasure(key), total: total && bareMeasure(total), parent: parent && bareMeasure(parent) };
}

/** A metric without what it is a part of. */
function bareMeasure(key: MetricKey): Measure {
  const { unit, nameZh, recipes } = findMetric(key);
  const scale = unit === 'COUNT' || unit === 'POINTS' ? unit : 'MONEY';
  return { name: key, nameZh, key, account: null, scale, recipes, ...AS_IT_STANDS };
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
  const edition = request.edition ?? null;
  const total = totalOf(account);
  return { ...bareAccount(account, recipes), edition, total, parent: parentOf({ ...account, edition }) };
}

/** What all accounts of a classification are part of. */
export function totalOf({ classification, part }: Pick<MeasuredAccount, 'classification' | 'part'>): Measure {
  return classification === 'FUNCTIONAL' ? bareMeasure('EXPENDITURE') : economicMeasure(part);
}

function bareAccount(account: MeasuredAccount, recipes: Recipes): Measure {
  const nameZh = `${account.classification === 'FUNCTIONAL' ? '功能科目' : '经济科目'}${account.code}`;
  return { name: nameOfMeasure({ account }), nameZh, key: null, account, scale: 'MONEY', recipes, ...AS_IT_STANDS };
}

/** The account above it in the same columns; of a 类 what the columns add up to. */
function parentOf({ edition, ...account }: MeasuredAccount & { readonly edition: number | null }): Measure {
  const { classification, code, fund, part } = account;
  if (levelOfCode(code) !== 'CATEGORY') {
    const above = { ...account, code: code.slice(0, -2) };
    return { ...bareAccount(above, recipesOf(above)), edition };
  }
  if (classification === 'ECONOMIC') return economicMeasure(part);
  return functionalMeasure(fund ?? 'ALL', part ?? 'TOTAL');
}

function functionalMeasure(fund: Fund, part: Part): Measure {
  const nameZh = `功能分类总额（${CHINESE_FUNDS[fund]}，${CHINESE_PARTS[part]}）`;
  return totalMeasure(`FUNCTIONAL, ${fund} ${part}`, nameZh, functionalTotal(fund, part));
}

function economicMeasure(part: Part | null | undefined): Measure {
  const nameZh = `经济分类总额（${CHINESE_PARTS[part ?? 'BASIC']}）`;
  return totalMeasure(`ECONOMIC, ${part ?? 'BASIC'}`, nameZh, economicTotal(part));
}

function totalMeasure(name: string, nameZh: string, recipes: Recipes): Measure {
  return { name, nameZh, key: null, account: null, scale: 'MONEY', recipes, ...AS_IT_STANDS };
}

/** What all accounts in their usual columns add up to. */
export const TOTALS_KEPT_READY: readonly Measure[] = [economicMeasure('BASIC'), functionalMeasure('ALL', 'TOTAL')];

const USUAL_COLUMNS = {
  FUNCTIONAL: { fund: 'ALL', part: 'TOTAL' },
  ECONOMIC: { fund: 'GENERAL_PUBLIC', part: 'BASIC' },
} as const;

/** Whether readings of the measure are kept ready: of a metric, of an account in its usual columns, of what these add up to. */
export function isKeptReady({ key, account, name }: Measure): boolean {
  if (!account) return key !== null || TOTALS_KEPT_READY.some((total) => total.name === name);
  const usual = USUAL_COLUMNS[account.classification];
  return (account.fund ?? usual.fund) === usual.fund && (account.part ?? usual.part) === usual.part;
}
