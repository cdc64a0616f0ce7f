import { setImmediate } from 'node:timers/promises';
import type { AmountUnit } from '../domain/closed-lists.js';
import type {
  FindingFilter,
  IndicatorFilter,
  LineItemFilter,
  LineItemOrder,
  ReportedFactFilter,
} from '../domain/filters.js';
import type { StoredReport } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import type { Statistic } from '../domain/statistics.js';
import type { ExportedCell } from '../export/comparison-columns.js';
import type { ExportedFact } from '../export/fact-columns.js';
import type { ExportedFinding } from '../export/finding-columns.js';
import type { ExportedIndicator } from '../export/indicator-columns.js';
import type { ExportedLineItem } from '../export/line-item-columns.js';
import type { Place } from '../export/place-columns.js';
import { findAccountsByIds } from '../store/accounts.js';
import { findDepartmentsByIds } from '../store/departments.js';
import { findDistrictsByCodes } from '../store/districts.js';
import { findEvaluationsByIds } from '../store/evaluations.js';
import { readBatches } from '../store/export-batches.js';
import type { Snapshot } from '../store/export-snapshot.js';
import { findFindings } from '../store/findings.js';
import { findIndicators } from '../store/indicators.js';
import { findLineItems } from '../store/line-items.js';
import { findFacts } from '../store/reported-facts.js';
import { findReportsByIds } from '../store/reports.js';
import type { Store } from '../store/store.js';
import type { Comparison } from './compare-figures.js';
import { ruleOf } from './list-rules.js';
import { readStatistics } from './read-statistics.js';

/** Line items as the API lists them, with what names them: five statements a batch, whatever is in it. */
export async function* readLineItems(
  { store, confirm }: Snapshot,
  where: LineItemFilter | null,
  orderBy: LineItemOrder,
  unit: AmountUnit,
): AsyncGenerator<ExportedLineItem[]> {
  for await (const items of readBatches((page) => findLineItems(store, where, orderBy, page))) {
    await setImmediate();
    const placeOf = await findPlaces(store, items);
    const accounts = await findAccountsByIds(store, distinct(items.map(({ accountId }) => accountId)));
    await confirm();
    yield items.map((item) => ({ ...placeOf(item), item, account: get(accounts, item.accountId), unit }));
  }
}

/** Performance indicators as the API lists them, likewise. */
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
    }));
  }
}

/** Numbers of the narrative as the API lists them, likewise. */
export async function* readFacts(
  { store, confirm }: Snapshot,
  where: ReportedFactFilter | null,
): AsyncGenerator<ExportedFact[]> {
  for await (const facts of readBatches((page) => findFacts(store, where, page))) {
    await setImmediate();
    const placeOf = await findPlaces(store, facts);
    const accounts = await findAccountsByIds(store, distinct(facts.flatMap(({ accountId }) => accountId ?? [])));
    await confirm();
    yield facts.map((fact) => ({
      ...placeOf(fact),
      fact,
      account: fact.accountId === null ? null : get(accounts, fact.accountId),
    }));
  }
}

/** What came of the rules as the API lists it: four statements a batch. */
export async function* readFindings(
  { store, confirm }: Snapshot,
  where: FindingFilter | null,
): AsyncGenerator<ExportedFinding[]> {
  for await (const findings of readBatches((page) => findFindings(store, where, page))) {
    await setImmediate();
    const placeOf = await findPlaces(store, findings);
    await confirm();
    yield findings.map((finding) => ({ ...placeOf(finding), finding, rule: ruleOf(finding) }));
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
