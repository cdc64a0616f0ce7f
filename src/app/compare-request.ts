import { nameOfMeasure } from '../compare/measure.js';
import type { MeasureRequest } from '../compare/measure.js';
import { AppError } from '../domain/app-error.js';
import type { AmountUnit, Average, Entity, Normalisation, Stage, StatisticKind } from '../domain/closed-lists.js';
import { parseExact } from '../domain/exact.js';
import type { DepartmentFilter } from '../domain/filters.js';
import { checkYears } from './check-years.js';
import { spellAlike } from './content-address.js';

export type { MeasureRequest };

export interface BaselineRequest {
  readonly district?: string | null;
  readonly department?: string | null;
  /** Of all that is compared, instead of one district or department. */
  readonly average?: Average | null;
  readonly year?: number | null;
  readonly previousYear?: boolean | null;
  /** The first of them that there is; default: the cell's own. */
  readonly stages?: readonly Stage[] | null;
  /** The year that accounts are read as of; default: as the cell's. */
  readonly edition?: number | null;
}

export interface StatisticRequest {
  readonly kind: StatisticKind;
  /** Division code of a population; a deflator is the country's. */
  readonly district?: string | null;
  readonly year: number;
  /** Decimal text above 0: 万人, or 2015 = 100. */
  readonly value: string;
}

/** What is asked of a comparison; null and absent mean the default. */
export interface CompareRequest {
  readonly metrics: readonly MeasureRequest[];
  /** Default: DISTRICT, or DEPARTMENT where `departments` are given. */
  readonly of?: Entity | null;
  /** Division codes; default: all that have data. */
  readonly districts?: readonly string[] | null;
  /** Instead of districts. */
  readonly departments?: readonly string[] | null;
  readonly where?: DepartmentFilter | null;
  /** Default: all with a report. */
  readonly years?: readonly number[] | null;
  /** Default: the outturn where there is one, else the original budget. */
  readonly stages?: readonly Stage[] | null;
  readonly normalise?: Normalisation | null;
  /** Of REAL_TERMS and INDEX, and of no other. */
  readonly baseYear?: number | null;
  readonly baseline?: BaselineRequest | null;
  /** Figures of one's own, which stand before the stored ones. */
  readonly statistics?: readonly StatisticRequest[] | null;
  /** Of stored statistics; default: the newest that covers the year. */
  readonly vintage?: string | null;
  readonly unit?: AmountUnit | null;
}

/** The most cells that one comparison answers. */
export const MOST_CELLS = 20_000;

/**
 * Refuses what can't be answered.
 * @throws AppError BAD_USER_INPUT
 */
export function checkRequest(request: CompareRequest): void {
  const { metrics, districts, departments, years, baseline, baseYear } = request;
  checkNames(metrics);
  if (districts && departments) throw refuse('districts or departments', 'both');
  const editions = metrics.flatMap(({ account, over }) =>
    [account?.edition ?? [], over?.account?.edition ?? []].flat(),
  );
  checkYears([...(years ?? []), ...editions, baseYear ?? 0, baseline?.year ?? 0, baseline?.edition ?? 0]);
  checkNormalisation(request);
  if (baseline) checkBaseline(baseline);
}

/** With a base year where there is one, and only there; each of one's own figures once. */
function checkNormalisation({ normalise, baseYear, statistics }: CompareRequest): void {
  const needsBase = normalise === 'REAL_TERMS' || normalise === 'INDEX';
  if (needsBase && baseYear == null) throw refuse(`baseYear with normalise: ${normalise}`, 'none');
  if (!needsBase && baseYear != null)
    throw refuse('baseYear only with normalise: REAL_TERMS or INDEX', `normalise: ${normalise ?? 'NONE'}`);
  const keys = (statistics ?? []).map((own) => {
    checkYears([own.year]);
    if (own.kind === 'POPULATION' && own.district == null) throw refuse('the district of a population', 'none');
    if (own.kind === 'DEFLATOR' && own.district != null) throw refuse('a deflator of the country', own.district);
    if ((parseExact(own.value)?.num ?? 0n) <= 0n) throw refuse('the value of a statistic above 0', own.value);
    return [own.kind, own.district, own.year].filter((part) => part != null).join(' ');
  });
  const twice = keys.find((key, place) => keys.indexOf(key) !== place);
  if (twice) throw refuse('each statistic once', `${twice} more than once`);
}

function checkBaseline({ district, department, average, year, previousYear, edition, stages }: BaselineRequest): void {
  const named = [district != null && 'district', department != null && 'department', average != null && 'average'];
  const bodies = named.filter(Boolean);
  if (bodies.length > 1) throw refuse('baseline: a district, a department or an average', bodies.join(' and '));
  if (year != null && previousYear) throw refuse('baseline: year or previousYear', 'both');
  if (bodies.length === 0 && year == null && !previousYear && edition == null && stages == null)
    throw refuse(
      'baseline: at least one of district, department, average, year, previousYear, stages, edition',
      'none',
    );
  if (stages?.length === 0) throw refuse('baseline: at least one of its stages', 'an empty list');
}

/** A name that is given tells its metric's cells from all others. */
function checkNames(metrics: readonly MeasureRequest[]): void {
  const given = metrics.flatMap(({ name }) => name ?? []);
  const taken = new Set(metrics.filter(({ name }) => name == null).map(nameOfMeasure));
  for (const name of given) {
    if (name.trim() === '') throw refuse('the name of a metric not to be empty', JSON.stringify(name));
    if (taken.has(name)) throw refuse('a name of its own for each metric', `${JSON.stringify(name)} more than once`);
    taken.add(name);
  }
}

/**
 * @throws AppError BAD_USER_INPUT where a comparison would have too many cells, with their number
 */
export function checkSize(cells: number, most: number): void {
  if (cells > most)
    throw new AppError('BAD_USER_INPUT', `expected a comparison of at most ${most} cells, got ${cells}`, { cells });
}

/** The question as JSON, spelled so that equal questions have one, whichever defaults are given; asked again it is the same question. */
export function settleRequest(request: CompareRequest): string {
  const { baseline, normalise, unit, departments } = request;
  return spellAlike({
    ...request,
    of: request.of === 'DEPARTMENT' || departments ? 'DEPARTMENT' : 'DISTRICT',
    normalise: normalise ?? 'NONE',
    unit: unit ?? 'WAN_YUAN',
    baseline: baseline && { ...baseline, previousYear: baseline.previousYear || null },
  });
}

function refuse(expected: string, got: string): AppError {
  return new AppError('BAD_USER_INPUT', `expected ${expected}, got ${got}`);
}
