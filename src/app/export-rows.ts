import { setImmediate } from 'node:timers/promises';
import type { IndicatorFilter } from '../domain/filters.js';
import type { StoredReport } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import type { Statistic } from '../domain/statistics.js';
import type { ExportedCell } from '../export/comparison-columns.js';
import type { ExportedIndicator } from '../export/indicator-columns.js';
import type { Place } from '../export/place-columns.js';
import { findDepartmentsByIds } from '../store/departments.js';
import { findDistrictsByCodes } from '../store/districts.js';
import { findEvaluationsByIds } from '../store/evaluations.js';
import { readBatches } from '../store/export-batches.js';
import type { Snapshot } from '../store/export-snapshot.js';
import { findIndicators } from '../store/indicators.js';
import { findReportsByIds } from '../store/reports.js';
import type { Store } from '../store/store.js';
import type { Comparison } from './compare-figures.js';
import { readStatistics } from './read-statistics.js';

/** Performance indicators as the API lists them, with what names them: five statements a batch, whatever is in it. */
export async function* readIndicators(
  { store, confirm }: Snapshot,
  where: IndicatorFilter | null,
): AsyncGenerator<ExportedIndicator[]> {
  for await (const indicators of readBatches((page) => findIndicators(store, where, page))) {
    await setImmediate();
    const placeOf = await findPlaces(store, indicators);
    const ids = distinct(indicators.map(({ evaluationId }) => evaluationId));
    const evaluations = await findEvaluationsByIds(store, ids);
    await confirm();
    yield indicators.map((indicator) => ({
      ...placeOf(indicator),
      indicator,
      evaluation: get(evaluations, indicator.evaluationId),
      source: indicator.source,
    }));
  }
}

/** The cells of a comparison, all at once: it has 20,000 at most. */
export async function* readCells(
  { store, release, confirm }: Snapshot,
  reference: Reference,
  { id, verdict, cells }: Comparison,
): AsyncGenerator<ExportedCell[]> {
  const departments = await findDepartmentsByIds(
    store,
    distinct(cells.flatMap(({ departmentId }) => departmentId ?? [])),
  );
  const codes = distinct(cells.map(({ districtCode }) => districtCode));
  const stored = await findDistrictsByCodes(store, codes);
  await confirm();
  const districts = new Map(codes.map((code) => [code, stored.get(code) ?? reference.division(code)]));
  yield cells.map((cell) => ({
    cell,
    district: get(districts, cell.districtCode),
    department: cell.departmentId === null ? null : get(departments, cell.departmentId),
    comparisonId: id,
    releaseId: release.id,
    verdict,
  }));
}

/** All statistics as the API lists them, at once: there are few beside figures. */
export async function* readStatisticRows(
  { store, confirm }: Snapshot,
  reference: Reference,
): AsyncGenerator<readonly Statistic[]> {
  const statistics = await readStatistics(store, reference, { districtCodes: null, years: null });
  await confirm();
  yield statistics;
}

interface Printed {
  readonly source: { readonly reportId: string };
}

/** Report, department and district of each row. */
async function findPlaces(store: Store, rows: readonly Printed[]): Promise<(row: Printed) => Place> {
  const reports = await findReportsByIds(store, distinct(rows.map(({ source }) => source.reportId)));
  const own = [...reports.values()];
  const departments = await findDepartmentsByIds(store, distinct(own.map(({ departmentId }) => departmentId)));
  const codes = [...departments.values()].map(({ districtCode }) => districtCode);
  const districts = await findDistrictsByCodes(store, distinct(codes));
  const place = (report: StoredReport): Place => {
    const department = get(departments, report.departmentId);
    return { report, department, district: get(districts, department.districtCode) };
  };
  return ({ source }) => place(get(reports, source.reportId));
}

/** What must be there: the other end of a reference inside the store. */
function get<T>(rows: ReadonlyMap<string, T | undefined>, key: string): T {
  const row = rows.get(key);
  if (row === undefined) throw new Error(`expected a row with the key ${key}, got none`);
  return row;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
