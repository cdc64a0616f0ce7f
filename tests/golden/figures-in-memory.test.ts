import { describe, expect, test } from '@jest/globals';
import { makeApollo } from '../../src/api/apollo.js';
import { makeContext, withMemory } from '../../src/api/context.js';
import type { Holdings } from '../../src/api/context.js';
import { EXAMPLES } from '../../src/api/examples/examples.js';
import { newestRelease } from '../../src/store/release-watch.js';
import { saveReport } from '../../src/store/save-report.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import type { Store } from '../../src/store/store.js';
import { FIVE_REPORTS, SUM_REPORTS, saveReports } from '../support/fillings.js';
import { logInto } from '../support/log-into.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

const apollo = makeApollo(logInto([]));

/** Holdings that have the reports of the newest state in memory already. */
async function warm(store: Store): Promise<Holdings> {
  const holdings = withMemory({ store, reference: REFERENCE }, 1_000_000);
  const { state } = await newestRelease(store);
  while (!holdings.memory?.(state)) await new Promise((resolve) => setTimeout(resolve, 5));
  return holdings;
}

async function ask(holdings: Holdings, query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const contextValue = makeContext(holdings, 'one', undefined, {});
  const { result, statements } = await withStatementCount(holdings.store, async () =>
    (await apollo).executeOperation({ query, variables }, { contextValue }),
  );
  if (result.body.kind !== 'single') throw new Error('expected one answer');
  const { data, errors, extensions } = result.body.singleResult;
  return { answer: JSON.stringify({ data, errors, extensions }), statements };
}

const CELLS =
  'verdict warnings { code message } cells { district { name } year stage value missing status rank ratio zScore warnings { message } }';
const QUESTIONS = [
  `{ compare(input: { metrics: [{ key: EXPENDITURE }, { key: BASIC_EXPENDITURE }], baseline: { previousYear: true } }) { ${CELLS} } }`,
  `{ compare(input: { metrics: [{ key: BASIC_EXPENDITURE }, { key: TRAVEL_ABROAD }], normalise: SHARE_OF_TOTAL }) { ${CELLS} } }`,
  `{ compare(input: { metrics: [{ key: EXPENDITURE }, { key: VEHICLE_COUNT }], stages: [ORIGINAL_BUDGET, REVISED_BUDGET, OUTTURN] }) { ${CELLS} } }`,
  `{ compare(input: { metrics: [{ account: { classification: FUNCTIONAL, code: "201" } }], of: DEPARTMENT, normalise: SHARE_OF_PARENT }) { ${CELLS} } }`,
  `{ compare(input: { metrics: [{ account: { classification: ECONOMIC, code: "30113", edition: 2019 } }], stages: [ORIGINAL_BUDGET, OUTTURN] }) { ${CELLS} } }`,
  `{ compare(input: { metrics: [{ key: INDICATORS_MET, over: { key: INDICATOR_COUNT } }], baseline: { average: MEDIAN } }) { ${CELLS} } }`,
  `{ rank(input: { metrics: [{ key: EXPENDITURE }], of: DEPARTMENT }, by: VALUE, first: 3, atLeast: "100") { totalCount verdict nodes { rank value } } }`,
  `{ departments(first: 5) { nodes { name a: value(metric: EXPENDITURE, year: 2019) { amount missing warnings { code } } } } }`,
];

describe.each(STORE_KINDS)('Figures of the five reports in memory, on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);

  test('answer every example as the tables do, and a comparison without a statement', async () => {
    const holdings = await warm(store());
    for (const { title, query, variables } of EXAMPLES) {
      const { answer } = await ask({ store: store(), reference: REFERENCE }, query, variables);
      expect([title, (await ask(holdings, query, variables)).answer]).toEqual([title, answer]);
    }
    for (const query of QUESTIONS) {
      const { answer } = await ask({ store: store(), reference: REFERENCE }, query);
      expect((await ask(holdings, query)).answer).toBe(answer);
      expect(answer).not.toContain('"errors"');
    }
    const again = await ask(holdings, QUESTIONS[0] as string);
    expect(again.statements).toBe(0);
  });
});

describe.each(STORE_KINDS)('Figures in memory, on $name', (kind) => {
  const store = useTestStore(kind, SUM_REPORTS);

  test('of reports that do not add up say so as the tables do', async () => {
    const holdings = await warm(store());
    for (const query of QUESTIONS) {
      const { answer } = await ask({ store: store(), reference: REFERENCE }, query);
      expect((await ask(holdings, query)).answer).toBe(answer);
    }
  });

  test('are those of what is imported meanwhile as soon as it is there', async () => {
    const holdings = await warm(store());
    const query = `{ compare(input: { metrics: [{ key: EXPENDITURE }], districts: ["440104"], years: [2031] }) { cells { value } } }`;
    expect((await ask(holdings, query)).answer).toContain('"value":null');
    await saveReports(store(), [makeReport({ year: 2031 })]);
    const after = (await ask(holdings, query)).answer;
    expect(after).toBe((await ask({ store: store(), reference: REFERENCE }, query)).answer);
    expect(after).not.toContain('"value":null');
    // One who does not know how figures are made ready leaves none, and what is in memory goes too.
    await saveReport(store(), makeReport({ year: 2031, edition: 2 }), REFERENCE);
    const revised = await ask(await warm(store()), query);
    expect(revised.answer).toBe((await ask({ store: store(), reference: REFERENCE }, query)).answer);
    expect(revised.answer).not.toBe(after);
  });
});
