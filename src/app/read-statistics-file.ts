import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { compareDecimals } from '../domain/exact-decimal.js';
import type { Reference } from '../domain/reference.js';
import { STATISTIC_COLUMNS, findMisfits, makeStatistic } from '../domain/statistic-rows.js';
import type { Misfit, StatisticCells } from '../domain/statistic-rows.js';
import { isSameStatistic, keyOfStatistic } from '../domain/statistics.js';
import type { Statistic } from '../domain/statistics.js';

/** A statistic with the line that it begins on, from 1. */
export interface StatisticLine {
  readonly line: number;
  readonly statistic: Statistic;
}

export interface StatisticsFile {
  readonly rows: readonly StatisticLine[];
  /** One a cell or line that does not fit: where, what was expected, what came. */
  readonly problems: readonly string[];
}

interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads statistics from a CSV: UTF-8, with or without byte order mark, columns in any order under their names. What comes with the
 * program may be among them, but not contradicted.
 */
export function readStatisticsFile(bytes: Uint8Array, reference: Reference): StatisticsFile {
  const text = decode(bytes);
  if (text === null) return refuseWhole('expected a text in UTF-8, got another encoding: save it as “CSV UTF-8”');
  const records = parseCsv(text);
  if (typeof records === 'string') return refuseWhole(records);
  const [head, ...lines] = records;
  const names = head?.fields ?? [];
  if (names.length !== STATISTIC_COLUMNS.length || !STATISTIC_COLUMNS.every((column) => names.includes(column)))
    return refuseWhole(
      `line ${head?.line ?? 1}: expected the columns ${STATISTIC_COLUMNS.join(',')}, got ${JSON.stringify(names.join(','))}`,
    );
  if (lines.length === 0) return refuseWhole('expected a line for each statistic below the columns, got none');
  const read = lines.map((record) => readLine(record, names, reference));
  const rows = read.flatMap((row) => ('statistic' in row ? [row] : []));
  const misfits = read.flatMap((row) => ('problems' in row ? row.problems : []));
  return { rows, problems: [...misfits, ...findTwins(rows), ...findContradictions(rows, reference.statistics)] };
}

function refuseWhole(problem: string): StatisticsFile {
  return { rows: [], problems: [problem] };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Its records with their lines; a sentence where quotes are out of order, as nothing after them can be told apart. */
function parseCsv(text: string): readonly CsvRecord[] | string {
  try {
    const options = { info: true, relax_column_count: true, skip_empty_lines: true } as const;
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines - countBreaks(record), fields: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return `expected fields with quotes around the whole or none, got ${error.message}`;
  }
}

function countBreaks(fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + (field.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function readLine(
  { line, fields }: CsvRecord,
  names: readonly string[],
  reference: Reference,
): StatisticLine | { readonly problems: readonly string[] } {
  if (fields.length !== names.length)
    return { problems: [`line ${line}: expected ${names.length} fields, got ${fields.length}`] };
  const cells = Object.fromEntries(names.map((name, place) => [name, fields[place] ?? ''])) as StatisticCells;
  const misfits = findMisfits(cells);
  const all = misfits.some(({ column }) => column === 'district')
    ? misfits
    : [...misfits, ...findUnknownDistrict(cells, reference)];
  if (all.length === 0) return { line, statistic: makeStatistic(cells) };
  return {
    problems: all.map(
      ({ column, expected, got }) => `line ${line}, ${column}: expected ${expected}, got ${JSON.stringify(got)}`,
    ),
  };
}

function findUnknownDistrict({ district }: StatisticCells, reference: Reference): Misfit[] {
  if (district === '' || (reference.division(district)?.level ?? 'RESERVED') !== 'RESERVED') return [];
  return [{ column: 'district', expected: 'the code of a division (GB/T 2260)', got: district }];
}

/** Lines that state what a line before them did. */
function findTwins(rows: readonly StatisticLine[]): string[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, statistic }) => {
    const key = keyOfStatistic(statistic);
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    return before === undefined
      ? []
      : [`line ${line}: expected each kind, district, year and vintage once, got that of line ${before} again`];
  });
}

/**
 * A sentence for each line that contradicts a figure that is here: under one vintage a figure has one value and one source, and a
 * correction takes another vintage.
 */
export function findContradictions(rows: readonly StatisticLine[], known: readonly Statistic[]): string[] {
  const byKey = new Map(known.map((statistic) => [keyOfStatistic(statistic), statistic]));
  return rows.flatMap(({ line, statistic }) => {
    const before = byKey.get(keyOfStatistic(statistic));
    return before && !isSameStatistic(before, statistic) ? [phraseContradiction(line, before, statistic)] : [];
  });
}

function phraseContradiction(line: number, before: Statistic, now: Statistic): string {
  const column = compareDecimals(before.value, now.value) === 0 ? 'source' : 'value';
  const [expected, got] = [before, now].map((statistic) => JSON.stringify(statistic[column]));
  return `line ${line}, ${column}: expected ${expected}, which is here under the vintage ${JSON.stringify(now.vintage)}, got ${got}: a correction takes a vintage of its own`;
}
