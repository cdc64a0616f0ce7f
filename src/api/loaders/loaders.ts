import type { PagedList } from '../connection.js';
import type { Named } from '../../app/named.js';
import type { FindingOutcome } from '../../domain/closed-lists.js';
import type * as filters from '../../domain/filters.js';
import type { Page, PageRequest } from '../../domain/filters.js';
import type * as records from '../../domain/records.js';
import type { Reference } from '../../domain/reference.js';
import * as accounts from '../../store/accounts.js';
import * as changes from '../../store/changes.js';
import * as departments from '../../store/departments.js';
import * as districts from '../../store/districts.js';
import * as evaluations from '../../store/evaluations.js';
import * as findings from '../../store/findings.js';
import * as years from '../../store/fiscal-years.js';
import * as indicators from '../../store/indicators.js';
import * as issues from '../../store/issues.js';
import { listAccounts } from '../../store/listed-accounts.js';
import * as questions from '../../store/questions.js';
import * as releases from '../../store/releases.js';
import * as facts from '../../store/reported-facts.js';
import * as reports from '../../store/reports.js';
import type { Store } from '../../store/store.js';
import { NO_PAGE, makeArgsLoader, makeListLoader, makeRowLoader } from './batch.js';
import { found } from './found.js';
import { lineItemLoaders } from './line-items.js';
import { makeNotebook } from './notebook.js';
import type { Notebook } from './notebook.js';
import { valueLoaders } from './values.js';

/** Who is told what is read. */
export interface Notes {
  /** What was asked for by a name that nothing may bear. */
  names(names: readonly Named[]): void;
  /** That questions of comparisons were looked for. */
  questions(): void;
}

/**
 * All that a request may read, made for that request alone: what was read once is not read again. `of` gives what must be there, the
 * other end of a reference: at once where it is in memory, as there may be one for each row.
 */
export type Loaders = ReturnType<typeof makeLoaders>;

export function makeLoaders(store: Store, reference: Reference, note: Notes) {
  const notebook = makeNotebook(note.names);
  return {
    districts: districtLoaders(store, reference, notebook),
    departments: departmentLoaders(store, notebook),
    years: yearLoaders(store),
    reports: reportLoaders(store, notebook),
    accounts: accountLoaders(store, reference, notebook),
    lineItems: lineItemLoaders(store, notebook),
    evaluations: evaluationLoaders(store, notebook),
    indicators: indicatorLoaders(store, notebook),
    issues: {
      byReport: makeListLoader<string, records.StoredIssue>((ids) => issues.findIssuesByReportIds(store, ids)),
    },
    facts: factLoaders(store, notebook),
    findings: findingLoaders(store, notebook),
    releases: releaseLoaders(store, notebook),
    questions: questionLoaders(store, notebook, note),
    values: valueLoaders(store, reference),
  };
}

function districtLoaders(store: Store, reference: Reference, notebook: Notebook) {
  /** Divisions that the store doesn't know are taken from the reference. */
  const byCode = makeRowLoader<string, records.District>(async (codes) => {
    const stored = await districts.findDistrictsByCodes(store, codes);
    const known = codes.flatMap((code) => stored.get(code) ?? reference.division(code) ?? []);
    return new Map(known.map((district) => [district.code, district]));
  });
  return {
    list: (filter: filters.DistrictFilter | null) =>
      notebook.whole('DistrictFilter', filter, districts.findDistricts(store, filter)),
    of: (code: string) => store.atHand()?.districts.get(code) ?? found(byCode.load(code), `district ${code}`),
    byCode,
  };
}

function departmentLoaders(store: Store, notebook: Notebook) {
  const byId = makeRowLoader<string, records.Department>((ids) => departments.findDepartmentsByIds(store, ids));
  return {
    list: (filter: filters.DepartmentFilter | null, page: PageRequest): PagedList<records.Department> =>
      notebook.list(
        { order: departments.DEPARTMENT_LIST, page, filter: ['DepartmentFilter', filter] },
        {
          page: () => departments.findDepartments(store, filter, page),
          count: () => departments.countDepartments(store, filter),
        },
      ),
    named: (id: string) => notebook.one('DEPARTMENT', id, byId.load(id)),
    find: (id: string) => store.atHand()?.presences.departments.get(id) ?? byId.load(id),
    of: (id: string) => store.atHand()?.presences.departments.get(id) ?? found(byId.load(id), `department ${id}`),
    byId,
    byDistrict: makeListLoader<string, records.Department>((codes) =>
      departments.findDepartmentsByDistrictCodes(store, codes),
    ),
  };
}

function yearLoaders(store: Store) {
  return {
    list: () => years.findFiscalYears(store),
    byDepartment: makeListLoader<string, number>((ids) => years.findYearsByDepartmentIds(store, ids)),
  };
}

function reportLoaders(store: Store, notebook: Notebook) {
  const byId = makeRowLoader<string, records.StoredReport>((ids) => reports.findReportsByIds(store, ids));
  const pages = makeArgsLoader<number, PageRequest, Page<records.StoredReport>>(
    (own, page) => reports.findReportPagesByYears(store, own, page),
    NO_PAGE,
  );
  const counts = makeArgsLoader<number, null, number>((own) => reports.countReportsByYears(store, own), 0);
  return {
    list: (filter: filters.ReportFilter | null, page: PageRequest): PagedList<records.StoredReport> =>
      notebook.list(
        { order: reports.REPORT_LIST, page, filter: ['ReportFilter', filter] },
        { page: () => reports.findReports(store, filter, page), count: () => reports.countReports(store, filter) },
      ),
    named: (id: string) => notebook.one('REPORT', id, byId.load(id)),
    byId,
    byDepartment: makeListLoader<string, records.StoredReport>((ids) => reports.findReportsByDepartmentIds(store, ids)),
    superseding: makeRowLoader<string, records.StoredReport>((ids) => reports.findSupersedingReports(store, ids)),
    ofYear: (year: number, page: PageRequest): PagedList<records.StoredReport> =>
      notebook.list(
        { order: reports.REPORT_LIST, page, owner: String(year) },
        { page: () => pages.load({ key: year, args: page }), count: () => counts.load({ key: year, args: null }) },
      ),
  };
}

function accountLoaders(store: Store, reference: Reference, notebook: Notebook) {
  /** Accounts that no report printed are taken from the reference. */
  const byId = makeRowLoader<string, records.Account>(async (ids) => {
    const stored = await accounts.findAccountsByIds(store, ids);
    const known = ids.flatMap((id) => stored.get(id) ?? listAccounts(reference).get(id) ?? []);
    return new Map(known.map((account) => [account.id, account]));
  });
  return {
    list: (
      filter: filters.AccountFilter | null,
      search: string | null,
      page: PageRequest,
    ): PagedList<records.Account> =>
      notebook.list(
        { order: accounts.ACCOUNT_LIST, page, filter: ['AccountFilter', filter] },
        {
          page: () => accounts.findAccounts(store, filter, search, page),
          count: () => accounts.countAccounts(store, filter, search),
        },
      ),
    of: (id: string) => store.atHand()?.account(id) ?? found(byId.load(id), `account ${id}`),
    byId,
    children: makeListLoader<string, records.Account>((ids) => accounts.findAccountsByParentIds(store, ids)),
  };
}

function evaluationLoaders(store: Store, notebook: Notebook) {
  return {
    list: (filter: filters.EvaluationFilter | null, page: PageRequest): PagedList<records.StoredEvaluation> =>
      notebook.list(
        { order: evaluations.EVALUATION_LIST, page, filter: ['EvaluationFilter', filter] },
        {
          page: () => evaluations.findEvaluations(store, filter, page),
          count: () => evaluations.countEvaluations(store, filter),
        },
      ),
    byId: makeRowLoader<string, records.StoredEvaluation>((ids) => evaluations.findEvaluationsByIds(store, ids)),
    byReport: makeListLoader<string, records.StoredEvaluation>((ids) =>
      evaluations.findEvaluationsByReportIds(store, ids),
    ),
  };
}

function indicatorLoaders(store: Store, notebook: Notebook) {
  return {
    list: (filter: filters.IndicatorFilter | null, page: PageRequest): PagedList<records.StoredIndicator> =>
      notebook.list(
        { order: indicators.INDICATOR_LIST, page, filter: ['PerformanceIndicatorFilter', filter] },
        {
          page: () => indicators.findIndicators(store, filter, page),
          count: () => indicators.countIndicators(store, filter),
        },
      ),
    byReport: makeListLoader<string, records.StoredIndicator>((ids) =>
      indicators.findIndicatorsByReportIds(store, ids),
    ),
    byEvaluation: makeListLoader<string, records.StoredIndicator>((ids) =>
      indicators.findIndicatorsByEvaluationIds(store, ids),
    ),
  };
}

function factLoaders(store: Store, notebook: Notebook) {
  return {
    list: (filter: filters.ReportedFactFilter | null, page: PageRequest): PagedList<records.StoredFact> =>
      notebook.list(
        { order: facts.FACT_LIST, page, filter: ['ReportedFactFilter', filter] },
        { page: () => facts.findFacts(store, filter, page), count: () => facts.countFacts(store, filter) },
      ),
    byId: makeRowLoader<string, records.StoredFact>((ids) => facts.findFactsByIds(store, ids)),
    byReport: makeListLoader<string, records.StoredFact>((ids) => facts.findFactsByReportIds(store, ids)),
  };
}

function findingLoaders(store: Store, notebook: Notebook) {
  return {
    list: (filter: filters.FindingFilter | null, page: PageRequest): PagedList<records.StoredFinding> =>
      notebook.list(
        { order: findings.FINDING_LIST, page, filter: ['FindingFilter', filter] },
        { page: () => findings.findFindings(store, filter, page), count: () => findings.countFindings(store, filter) },
      ),
    byReport: makeArgsLoader<string, readonly FindingOutcome[] | null, readonly records.StoredFinding[]>(
      (ids, outcomes) => findings.findFindingsByReportIds(store, ids, outcomes),
      [],
    ),
    byFigure: makeListLoader<string, records.StoredFinding>((ids) => findings.findFindingsByFigureIds(store, ids)),
    countsByReport: makeRowLoader<string, Readonly<Partial<Record<FindingOutcome, number>>>>((ids) =>
      findings.countFindingsByReportIds(store, ids),
    ),
  };
}

function releaseLoaders(store: Store, notebook: Notebook) {
  const pages = makeArgsLoader<number, PageRequest, Page<records.Change>>(
    (numbers, page) => changes.findChangePages(store, numbers, page),
    NO_PAGE,
  );
  const counts = makeArgsLoader<number, null, number>((numbers) => changes.countChanges(store, numbers), 0);
  return {
    list: (page: PageRequest): PagedList<records.Release> =>
      notebook.list(
        { order: releases.RELEASE_LIST, page },
        { page: () => releases.findReleases(store, page), count: () => releases.countReleases(store) },
      ),
    named: (id: string) => notebook.one('RELEASE', id, releases.findReleaseById(store, id)),
    /** None where the release is not kept. */
    changes: ({ number, kept }: records.Release, page: PageRequest): PagedList<records.Change> =>
      notebook.list(
        { order: changes.CHANGE_LIST, page, owner: String(number) },
        {
          page: async () => (kept ? pages.load({ key: number, args: page }) : NO_PAGE),
          count: async () => (kept ? counts.load({ key: number, args: null }) : 0),
        },
      ),
  };
}

function questionLoaders(store: Store, notebook: Notebook, note: Notes) {
  const byId = makeRowLoader<string, string>((ids) => {
    note.questions();
    return questions.findQuestions(store, ids);
  });
  return { byId, named: (id: string) => notebook.one('COMPARISON', id, byId.load(id)) };
}
