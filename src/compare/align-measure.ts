import { LRUCache } from 'lru-cache';
import type { ReportKind } from '../domain/closed-lists.js';
import type { Reference } from '../domain/reference.js';
import { alignAccount, isMeantIn } from './align.js';
import type { AlignedAccount } from './align.js';
import { recipesOf } from './account-recipes.js';
import type { MeasuredAccount } from './account-recipes.js';
import { nameOfMeasure } from './measure.js';
import type { Measure, YearReading } from './measure.js';
import type { Recipe, Recipes } from './recipe.js';

interface AskedYears {
  readonly asked: readonly number[];
  /** Those and what else is looked at. */
  readonly read: readonly number[];
}

/**
 * The measure with its account read as of `edition` in each of these years. Default: the year that it was asked for with, the latest year asked for in which the account means
 * something, else the latest. A metric, and an account that is on no list, is read alike in all years. What it is
 * over or a part of likewise.
 */
export function alignMeasure(
  measure: Measure,
  edition: number | null | undefined,
  { asked, read }: AskedYears,
  reference: Reference,
): Measure {
  const align = (one: Measure, as: number | null | undefined): Measure => alignOne(one, as, { asked, read }, reference);
  const { over, parent } = measure;
  const own = align(measure, edition);
  return { ...own, over: over && align(over, edition), parent: parent && align(parent, own.edition) };
}

function alignOne(
  measure: Measure,
  edition: number | null | undefined,
  { asked, read }: AskedYears,
  reference: Reference,
): Measure {
  const { account } = measure;
  const settled = edition ?? measure.edition ?? (account && chooseEdition(account, asked, reference));
  if (!account || settled === null || !reference.account(account.classification, account.code, settled)) return measure;
  const readings = read.map((year) => [year, recallReading(account, settled, year, reference)] as const);
  return { ...measure, nameZh: nameIn(settled, measure, reference), edition: settled, readings: new Map(readings) };
}

/** Code and name in the year that the account is read as of, unless it was given a name. */
function nameIn(year: number, { account, name, nameZh }: Measure, reference: Reference): string {
  if (!account || name !== nameOfMeasure({ account })) return nameZh;
  return [account.code, reference.officialName(account.classification, account.code, year)].filter(Boolean).join(' ');
}

/** Null where no year is asked for. */
function chooseEdition(account: MeasuredAccount, years: readonly number[], reference: Reference): number | null {
  const latest = [...years].sort((a, b) => b - a);
  return latest.find((year) => isMeantIn(account, year, reference)) ?? latest[0] ?? null;
}

/** Readings that were asked for, by account and years: most questions ask for the same ones, and they depend on the reference alone. */
const known = new WeakMap<Reference, LRUCache<string, YearReading>>();
const MOST_KNOWN = 5_000;

function recallReading(account: MeasuredAccount, edition: number, year: number, reference: Reference): YearReading {
  const readings = known.get(reference) ?? new LRUCache<string, YearReading>({ max: MOST_KNOWN });
  known.set(reference, readings);
  const { classification, code, fund, part } = account;
  const key = `${classification} ${code} ${fund} ${part} ${edition} ${year}`;
  const reading = readings.get(key) ?? readIn(account, edition, year, reference);
  readings.set(key, reading);
  return reading;
}

function readIn(account: MeasuredAccount, edition: number, year: number, reference: Reference): YearReading {
  const aligned = alignAccount(account, edition, year, reference);
  const isMeant = isMeantIn(account, year, reference);
  const own = isMeant || aligned.accounts.length > 1 ? [] : [account.code];
  const codes = [...new Set([...aligned.accounts.map(({ code }) => code), ...own])];
  return { ...aligned, codes, recipes: placesOf(account, aligned, isMeant) };
}

/**
 * Where that stands. Under the code itself too where it means nothing in that year: publishers take up a new list early or late. What means
 * something else is never read.
 */
function placesOf(account: MeasuredAccount, { accounts }: AlignedAccount, isMeant: boolean): Recipes | null {
  const own = isMeant ? [] : [recipesOf(account)];
  const read = accounts.map(({ code }) => recipesOf({ ...account, code }));
  const [first, ...others] = read;
  if (!first) return own[0] ?? null;
  const joinKind = (kind: ReportKind): Recipe | null =>
    others.length > 0
      ? addUp(read.flatMap((recipes) => recipes[kind] ?? []))
      : firstOf([first, ...own].flatMap((recipes) => recipes[kind] ?? []));
  return { FINAL_ACCOUNTS: joinKind('FINAL_ACCOUNTS'), BUDGET: joinKind('BUDGET') };
}

function addUp([first, ...others]: readonly Recipe[]): Recipe | null {
  return first ? { group: [first, ...others], ...(first.fromYear && { fromYear: first.fromYear }) } : null;
}

/** The cells of all of them in their order, where each is the first of some cells. */
function firstOf([first, ...others]: readonly Recipe[]): Recipe | null {
  if (!first || !('cells' in first)) return first ?? null;
  const more = others.flatMap((recipe) => ('cells' in recipe ? recipe.cells : []));
  return { ...first, cells: [...first.cells, ...more] };
}
