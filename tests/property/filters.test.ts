import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as lists from '../../src/domain/closed-lists.js';
import type * as filters from '../../src/domain/filters.js';
import type { Page, PageRequest } from '../../src/domain/filters.js';
import type * as records from '../../src/domain/records.js';
import * as accounts from '../../src/store/accounts.js';
import * as departments from '../../src/store/departments.js';
import { findDistricts } from '../../src/store/districts.js';
import * as evaluations from '../../src/store/evaluations.js';
import * as indicators from '../../src/store/indicators.js';
import * as lineItems from '../../src/store/line-items.js';
import * as reports from '../../src/store/reports.js';
import type { Store } from '../../src/store/store.js';
import { collect } from '../support/collect.js';
import { ODD_REPORTS } from '../support/fillings.js';
import { isNoRange, matchesFen, matchesInt, matchesOneOf, matchesText } from '../support/match-filter.js';
import type { Fields } from '../support/random-filters.js';
import { decimals, filterOf, ints, maybe, oneOf, texts } from '../support/random-filters.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

/** All that the store holds, superseded reports too. */
interface World {
  readonly districts: readonly records.District[];
  readonly departments: ReadonlyMap<string, records.Department>;
  readonly reports: ReadonlyMap<string, records.StoredReport>;
  readonly accounts: ReadonlyMap<string, records.Account>;
  readonly lineItems: readonly records.StoredLineItem[];
  readonly evaluations: ReadonlyMap<string, records.StoredEvaluation>;
  readonly indicators: readonly records.StoredIndicator[];
}

async function readWorld(store: Store): Promise<World> {
  const keyed = <T extends { readonly id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));
  const allReports = await collect((page) => reports.findReports(store, { superseded: null }, page), 500);
  const report = { in: allReports.map(({ id }) => id) };
  return {
    districts: await findDistricts(store),
    departments: keyed(await collect((page) => departments.findDepartments(store, null, page), 500)),
    reports: keyed(allReports),
    accounts: keyed(await collect((page) => accounts.findAccounts(store, null, null, page), 500)),
    lineItems: await collect((page) => lineItems.findLineItems(store, { report }, 'PRINTED', page), 500),
    evaluations: keyed(await collect((page) => evaluations.findEvaluations(store, { report }, page), 500)),
    indicators: await collect((page) => indicators.findIndicators(store, { report }, page), 500),
  };
}

/** Whether any range inside is none: such a filter is refused. */
function hasNoRange(filter: unknown): boolean {
  if (typeof filter !== 'object' || filter === null) return false;
  return isNoRange(filter) || Object.values(filter).some(hasNoRange);
}

interface Listing<T, F> {
  readonly find: (filter: F, page: PageRequest) => Promise<Page<T>>;
  readonly count: (filter: F) => Promise<number>;
  readonly rows: readonly T[];
  readonly matches: (row: T, filter: F) => boolean;
}

/** Runs of a filter with one of its fields, for each, and with several. */
const RUNS = process.env['DUIZHAO_LONG'] ? { ofOne: 100, ofSeveral: 300 } : { ofOne: 15, ofSeveral: 40 };
const PATIENCE = 300_000;
/** Of more rows only the number is held against the other. */
const MOST_READ = 100;

async function check<T extends { readonly id: string }, F extends object>(
  fields: Fields<F>,
  { find, count, rows, matches }: Listing<T, F>,
): Promise<void> {
  const seen = new Set<number>();
  const holds = async (filter: F): Promise<void> => {
    if (hasNoRange(filter)) {
      await expect(find(filter, { first: 1 })).rejects.toThrow(/^expected gte <= lte, got /);
      return expect(count(filter)).rejects.toThrow(/^expected gte <= lte, got /);
    }
    const expected = rows.filter((row) => matches(row, filter)).map(({ id }) => id);
    expect(await count(filter)).toBe(expected.length);
    seen.add(expected.length);
    if (expected.length > MOST_READ) return;
    const found = (await collect((page) => find(filter, page), 500)).map(({ id }) => id);
    expect(found.sort()).toEqual(expected.sort());
  };
  for (const name of Object.keys(fields) as (keyof F)[]) {
    const one = fc.record({ [name]: fields[name] }) as unknown as fc.Arbitrary<F>;
    await fc.assert(fc.asyncProperty(one, holds), { numRuns: RUNS.ofOne });
  }
  await fc.assert(fc.asyncProperty(filterOf(fields), holds), { numRuns: RUNS.ofSeveral });
  // Filters that match nothing, or everything, would prove little.
  expect(seen.size).toBeGreaterThan(2);
}

describe.each(STORE_KINDS)('What random filters find in $name is what a plain reading of them finds', (kind) => {
  let world: World;
  const store = useTestStore(kind, ODD_REPORTS);
  beforeAll(async () => {
    world = await readWorld(store());
  }, 60_000);

  const reportOf = (row: { readonly reportId: string }) => world.reports.get(row.reportId)!;
  const departmentOf = (row: { readonly reportId: string }) => world.departments.get(reportOf(row).departmentId)!;
  const placeFields = () => ({
    district: texts(world.districts.map(({ code }) => code)),
    department: texts([...world.departments.keys()]),
    report: texts([...world.reports.keys()]),
    year: ints(2017, 2021),
  });
  const matchesPlace = (row: { readonly reportId: string }, filter: filters.WithinReportsFilter): boolean =>
    matchesText(departmentOf(row).districtCode, filter.district) &&
    matchesText(departmentOf(row).id, filter.department) &&
    matchesText(row.reportId, filter.report) &&
    matchesInt(reportOf(row).year, filter.year);
  const names = (filter: filters.WithinReportsFilter | null | undefined): boolean =>
    (filter?.report?.eq ?? filter?.report?.in ?? null) !== null;
  const isShown = (row: { readonly reportId: string }, ...filter: (filters.WithinReportsFilter | null | undefined)[]) =>
    reportOf(row).status === 'CURRENT' || filter.some(names);

  it(
    'of line items',
    async () => {
      const own = world.lineItems;
      const accountOf = (item: records.StoredLineItem) => world.accounts.get(item.accountId)!;
      const fields: Fields<filters.LineItemFilter> = {
        ...placeFields(),
        ...{ kind: oneOf(lists.REPORT_KINDS), statement: oneOf(lists.STATEMENTS), flow: oneOf(lists.FLOWS) },
        ...{ stage: oneOf(lists.STAGES), fund: oneOf(lists.FUNDS), part: oneOf(lists.PARTS), column: ints(0, 13) },
        unitName: texts(own.flatMap(({ unitName }) => unitName ?? [])),
        ...{ classification: oneOf(lists.CLASSIFICATIONS), level: oneOf(lists.ACCOUNT_LEVELS) },
        accountCode: texts([...world.accounts.values()].flatMap(({ code }) => code ?? [])),
        label: texts(own.map(({ label }) => label)),
        amount: decimals(own.map(({ amount }) => amount.fen)),
        leaf: maybe(fc.boolean()),
      };
      await check(fields, {
        rows: own,
        find: (filter, page) => lineItems.findLineItems(store(), filter, 'PRINTED', page),
        count: (filter) => lineItems.countLineItems(store(), filter),
        matches: (item, filter) =>
          matchesPlace(item, filter) &&
          isShown(item, filter) &&
          matchesOneOf(reportOf(item).kind, filter.kind) &&
          matchesOneOf(item.statement, filter.statement) &&
          matchesOneOf(item.flow, filter.flow) &&
          matchesOneOf(item.stage, filter.stage) &&
          matchesOneOf(item.fund, filter.fund) &&
          matchesOneOf(item.part, filter.part) &&
          matchesInt(item.column, filter.column) &&
          matchesText(item.unitName, filter.unitName) &&
          matchesOneOf(accountOf(item).classification, filter.classification) &&
          matchesText(accountOf(item).code, filter.accountCode) &&
          matchesOneOf(accountOf(item).level, filter.level) &&
          matchesText(item.label, filter.label) &&
          matchesFen(item.amount.fen, filter.amount) &&
          (filter.leaf ?? item.leaf) === item.leaf,
      });
    },
    PATIENCE,
  );

  it(
    'of evaluations and indicators, a filter on evaluations inside',
    async () => {
      const evaluationNames = [...world.evaluations.values()].flatMap(({ name }) => name ?? []);
      const evaluationFields: Fields<filters.EvaluationFilter> = {
        ...placeFields(),
        scope: oneOf(lists.EVALUATION_SCOPES),
        name: texts(evaluationNames),
      };
      const isSo = (row: records.StoredEvaluation, filter: filters.EvaluationFilter): boolean =>
        matchesPlace(row, filter) && matchesOneOf(row.scope, filter.scope) && matchesText(row.name, filter.name);
      await check(evaluationFields, {
        rows: [...world.evaluations.values()],
        find: (filter, page) => evaluations.findEvaluations(store(), filter, page),
        count: (filter) => evaluations.countEvaluations(store(), filter),
        matches: (row, filter) => isSo(row, filter) && isShown(row, filter),
      });
      const indicatorFields: Fields<filters.IndicatorFilter> = {
        ...placeFields(),
        evaluation: maybe(filterOf(evaluationFields)),
        name: texts(world.indicators.flatMap(({ name }) => name ?? [])),
        met: maybe(fc.boolean()),
      };
      await check(indicatorFields, {
        rows: world.indicators,
        find: (filter, page) => indicators.findIndicators(store(), filter, page),
        count: (filter) => indicators.countIndicators(store(), filter),
        matches: (row, filter) =>
          matchesPlace(row, filter) &&
          matchesText(row.name, filter.name) &&
          (filter.met ?? row.met) === row.met &&
          isSo(world.evaluations.get(row.evaluationId)!, filter.evaluation ?? {}) &&
          isShown(row, filter, filter.evaluation),
      });
    },
    PATIENCE,
  );

  it(
    'of reports, departments and districts',
    async () => {
      const { district, department, year } = placeFields();
      const superseded = fc.option(fc.boolean(), { nil: null });
      const kinds = oneOf(lists.REPORT_KINDS);
      const reportFields: Fields<filters.ReportFilter> = { district, department, year, kind: kinds, superseded };
      await check(reportFields, {
        rows: [...world.reports.values()],
        find: (filter, page) => reports.findReports(store(), filter, page),
        count: (filter) => reports.countReports(store(), filter),
        matches: (row, { superseded: wanted = false, ...filter }) =>
          matchesText(departmentOf({ reportId: row.id }).districtCode, filter.district) &&
          matchesText(row.departmentId, filter.department) &&
          matchesInt(row.year, filter.year) &&
          matchesOneOf(row.kind, filter.kind) &&
          (wanted ?? row.status === 'SUPERSEDED') === (row.status === 'SUPERSEDED'),
      });
      const own = [...world.departments.values()];
      const departmentFields: Fields<filters.DepartmentFilter> = {
        district,
        ...{ name: texts(own.map(({ name }) => name)), body: texts(own.map(({ body }) => body)) },
      };
      await check(departmentFields, {
        rows: own,
        find: (filter, page) => departments.findDepartments(store(), filter, page),
        count: (filter) => departments.countDepartments(store(), filter),
        matches: (row, filter) =>
          matchesText(row.districtCode, filter.district) &&
          matchesText(row.name, filter.name) &&
          matchesText(row.body, filter.body),
      });
      const named = world.districts.map((row) => ({ ...row, id: row.code }));
      const districtFields: Fields<filters.DistrictFilter> = {
        code: district,
        name: texts(named.map(({ name }) => name)),
      };
      const findNamed = async (filter: filters.DistrictFilter) =>
        (await findDistricts(store(), filter)).map((row) => ({ ...row, id: row.code }));
      await check(districtFields, {
        rows: named,
        find: async (filter, { after }) => ({
          edges: (await findNamed(filter)).map((node) => ({ node, cursor: node.id })),
          ...{ hasNextPage: false, hasPreviousPage: after !== null },
        }),
        count: async (filter) => (await findNamed(filter)).length,
        matches: (row, filter) => matchesText(row.code, filter.code) && matchesText(row.name, filter.name),
      });
    },
    PATIENCE,
  );

  it(
    'of accounts, by the years in which they are valid',
    async () => {
      const own = [...world.accounts.values()];
      const fields: Fields<filters.AccountFilter> = {
        ...{ classification: oneOf(lists.CLASSIFICATIONS), level: oneOf(lists.ACCOUNT_LEVELS) },
        code: texts(own.flatMap(({ code }) => code ?? [])),
        name: texts(own.map(({ name }) => name)),
        year: ints(2015, 2021),
      };
      const EVERY_YEAR = [-(2 ** 31), ...Array.from({ length: 60 }, (_, place) => 1990 + place), 2 ** 31 - 1];
      await check(fields, {
        rows: own,
        find: (filter, page) => accounts.findAccounts(store(), filter, null, page),
        count: (filter) => accounts.countAccounts(store(), filter),
        matches: (row, filter) =>
          matchesOneOf(row.classification, filter.classification) &&
          matchesOneOf(row.level, filter.level) &&
          matchesText(row.code, filter.code) &&
          matchesText(row.name, filter.name) &&
          (Object.values(filter.year ?? {}).every((value) => value === null) ||
            EVERY_YEAR.some(
              (year) => row.edition <= year && year <= (row.lastYear ?? Infinity) && matchesInt(year, filter.year),
            )),
      });
    },
    PATIENCE,
  );
});
