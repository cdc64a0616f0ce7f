import { saveReport } from '../../src/store/save-report.js';
import type { Store } from '../../src/store/store.js';
import { makeReports } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

const FIFTY = 50;

async function fill(store: Store): Promise<void> {
  for (const report of makeReports(FIFTY, [2019])) await saveReport(store, report, REFERENCE);
}

interface Tree {
  departments: { nodes: { reports: { lineItems: { nodes: { account: { name: string } }[] } }[] }[] };
}

/** The page of a BI front-end: each metric of each year under an alias. */
function valuesOf(metrics: readonly string[], years: readonly number[]): string {
  const keys = metrics.flatMap((metric) => years.map((year) => ({ metric, year })));
  return keys
    .map(
      ({ metric, year }) =>
        `${metric.toLowerCase()}_${year}: value(metric: ${metric}, year: ${year}) { amount missing }`,
    )
    .join(' ');
}

/** As many departments as asked for, each with all that a field may lead to. */
const QUERIES = {
  'departments → reports → lineItems → account': `query ($first: Int!) {
    departments(first: $first) {
      nodes { name reports { title lineItems(first: 50) { totalCount nodes { label amount account { name parent { code } } source { line report { id } } } } } }
    }
  }`,
  'departments → value → sources': `query ($first: Int!) {
    departments(first: $first) {
      nodes {
        a: value(metric: EXPENDITURE, year: 2019) { amount sources { id source { text } } }
        b: value(metric: THREE_OFFICIAL_EXPENSES, year: 2019) { amount }
      }
    }
  }`,
  'departments → district → departments → years → reports': `query ($first: Int!) {
    departments(first: $first) {
      nodes { district { name parent { name } departments { years { year reports(first: 2) { totalCount nodes { title } } } } } }
    }
  }`,
  'departments → reports → indicators, issues, supersedes': `query ($first: Int!) {
    departments(first: $first) {
      nodes {
        reports {
          issues { message source { report { id } } }
          missingStatements { statement reason }
          performanceIndicators { name report { id } evaluation { scope indicators { name } report { title } } }
          supersedes { id }
          supersededBy { id }
          department { body }
        }
      }
    }
  }`,
  'departments → values of five metrics in twelve years': `query ($first: Int!) {
    departments(first: $first) { nodes { name reports { title year: fiscalYear { year } } ${valuesOf(
      ['EXPENDITURE', 'REVENUE', 'BASIC_EXPENDITURE', 'PROJECT_EXPENDITURE', 'THREE_OFFICIAL_EXPENSES'],
      Array.from({ length: 12 }, (_, at) => 2009 + at),
    )} } }
  }`,
  'departments → reports → evaluations → indicators': `query ($first: Int!) {
    departments(first: $first) {
      nodes { reports { evaluations { scope report { id } indicators { name evaluation { id } } } } }
    }
  }`,
} as const;

/** One for each kind of thing (and one where they are counted), and one for the release. */
const STATEMENTS: Readonly<Record<keyof typeof QUERIES, number>> = {
  'departments → reports → lineItems → account': 7,
  'departments → value → sources': 5,
  'departments → district → departments → years → reports': 8,
  'departments → reports → indicators, issues, supersedes': 9,
  'departments → values of five metrics in twelve years': 6,
  'departments → reports → evaluations → indicators': 7,
};

describe.each(STORE_KINDS)('on $name', (kind) => {
  const store = useTestStore(kind, fill);

  test.each(Object.keys(QUERIES) as (keyof typeof QUERIES)[])(
    '%s: a page of 50 departments takes as many statements as a page of 2',
    async (name) => {
      const two = await ask<Tree>(store(), QUERIES[name], { first: 2 });
      const fifty = await ask<Tree>(store(), QUERIES[name], { first: FIFTY });
      expect([two.errors, fifty.errors]).toEqual([[], []]);
      expect(fifty.data.departments.nodes).toHaveLength(FIFTY);
      expect([two.statements, fifty.statements]).toEqual([STATEMENTS[name], STATEMENTS[name]]);
    },
  );
});
