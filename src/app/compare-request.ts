import { createHash } from 'node:crypto';
import { nameOfMeasure } from '../compare/measure.js';
import type { MeasureRequest } from '../compare/measure.js';
import { AppError } from '../domain/app-error.js';
import type { AmountUnit, Entity, Normalisation, Stage } from '../domain/closed-lists.js';
import type { DepartmentFilter } from '../domain/filters.js';
import { checkYears } from './check-years.js';

export interface BaselineRequest {
  readonly district?: string | null;
  readonly department?: string | null;
  readonly year?: number | null;
  readonly previousYear?: boolean | null;
  /** The first of them that there is; default: the cell's own. */
  readonly stages?: readonly Stage[] | null;
  /** The year that accounts are read as of; default: as the cell's. */
  readonly edition?: number | null;
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
  readonly baseline?: BaselineRequest | null;
  readonly unit?: AmountUnit | null;
}

/** The most cells that one comparison answers. */
export const MOST_CELLS = 20_000;

/**
 * Refuses what can't be answered.
 * @throws AppError BAD_USER_INPUT
 */
export function checkRequest({ metrics, districts, departments, years, normalise, baseline }: CompareRequest): void {
  checkNames(metrics);
  if (districts && departments) throw refuse('districts or departments', 'both');
  if (normalise && normalise !== 'NONE' && normalise !== 'SHARE_OF_TOTAL')
    throw refuse('normalise: NONE or SHARE_OF_TOTAL (others are not there yet)', normalise);
  const editions = metrics.flatMap(({ account }) => account?.edition ?? []);
  checkYears([...(years ?? []), ...editions, baseline?.year ?? 0, baseline?.edition ?? 0]);
  if (!baseline) return;
  const { district, department, year, previousYear, edition, stages } = baseline;
  if (district != null && department != null) throw refuse('baseline: a district or a department', 'both');
  if (year != null && previousYear) throw refuse('baseline: year or previousYear', 'both');
  if (district == null && department == null && year == null && !previousYear && edition == null && stages == null)
    throw refuse('baseline: at least one of district, department, year, previousYear, stages, edition', 'none');
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
export function checkSize(cells: number): void {
  if (cells > MOST_CELLS)
    throw new AppError('BAD_USER_INPUT', `expected a comparison of at most ${MOST_CELLS} cells, got ${cells}`, {
      cells,
    });
}

/** A short id of the question: the same input has the same id, whichever defaults are spelled out. */
export function identifyRequest(request: CompareRequest): string {
  const settled = { ...request, normalise: request.normalise ?? 'NONE', unit: request.unit ?? 'WAN_YUAN' };
  const of = request.of === 'DEPARTMENT' || request.departments ? 'DEPARTMENT' : 'DISTRICT';
  return createHash('sha256')
    .update(JSON.stringify(sortKeys({ ...settled, of })))
    .digest('base64url')
    .slice(0, 16);
}

/** Keys in order, without null, undefined and false. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, own]) => own !== null && own !== undefined && own !== false);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, own]) => [key, sortKeys(own)]));
}

function refuse(expected: string, got: string): AppError {
  return new AppError('BAD_USER_INPUT', `expected ${expected}, got ${got}`);
}
