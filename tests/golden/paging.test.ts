import { saveReport } from '../../src/store/save-report.js';
import type { Store } from '../../src/store/store.js';
import { makeReport, makeReports } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

async function fill(store: Store): Promise<void> {
  for (const report of [
    ...makeReports(2, [2018, 2019]),
    makeReport({ year: 2020 }),
    makeReport({ year: 2020, edition: 2 }),
  ])
    await saveReport(store, report, REFERENCE);
}

interface Connection {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: Readonly<Record<string, unknown>>;
}

/** Every list of pages: its field, and where its cursors are another's too. */
const LISTS = [
  'departments',
  'reports',
  'accounts',
  'evaluations',
  'performanceIndicators',
  'releases',
  'lineItems',
  'lineItems(orderBy: AMOUNT_ASC)',
  'lineItems(orderBy: AMOUNT_DESC)',
] as const;

/** The field with more arguments. */
function withArgs(list: string, args: string): string {
  return list.endsWith(')') ? `${list.slice(0, -1)}, ${args})` : `${list}(${args})`;
}

describe.each(STORE_KINDS)('lists in pages on $name', (kind) => {
  const store = useTestStore(kind, fill);
  const read = async (list: string, args: string, fields: string): Promise<Connection> => {
    const { data, errors } = await ask<{ list: Connection }>(
      store(),
      `{ list: ${withArgs(list, args)} { ${fields} } }`,
    );
    expect(errors).toEqual([]);
    return data.list;
  };
  const refusals = async (query: string): Promise<unknown[]> =>
    (await ask(store(), query)).errors.map(({ message, extensions }) => [message, extensions?.['code']]);
  const cursorOf = async (list: string): Promise<string> =>
    (await read(list, 'first: 1', 'edges { cursor }')).edges[0]!.cursor;

  test.each(LISTS)('%s: rows, edges, ends and total agree, page by page', async (list) => {
    const fields =
      'totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
    const first = await read(list, 'first: 2', fields);
    expect(first.edges.map(({ node }) => node)).toEqual(first.nodes);
    expect(first.pageInfo).toEqual({
      ...{ hasNextPage: first.totalCount > 2, hasPreviousPage: false },
      ...{ startCursor: first.edges[0]?.cursor, endCursor: first.edges[1]?.cursor },
    });
    const rest = await read(list, `first: 500, after: "${first.edges[1]?.cursor}"`, fields);
    expect(rest.pageInfo['hasPreviousPage']).toBe(true);
    expect(rest.totalCount).toBe(first.totalCount);
    const whole = await read(list, 'first: 500', fields);
    expect(whole.nodes.slice(0, 2)).toEqual(first.nodes);
    if (whole.totalCount <= 500) {
      expect([...first.nodes, ...rest.nodes]).toEqual(whole.nodes);
      expect(whole.nodes).toHaveLength(whole.totalCount);
    }
    const last = await read(
      list,
      `first: 500, after: "${whole.edges.at(-1)?.cursor}"`,
      'nodes { id } pageInfo { startCursor endCursor hasNextPage }',
    );
    if (whole.totalCount <= 500)
      expect(last).toEqual({ nodes: [], pageInfo: { startCursor: null, endCursor: null, hasNextPage: false } });
  });

  test.each(LISTS)(
    '%s: a cursor that is damaged or of another list is refused, whatever of the list is asked for',
    async (list) => {
      const own = await cursorOf(list);
      const foreign = await cursorOf(LISTS[(LISTS.indexOf(list) + 1) % LISTS.length]!);
      const damaged = [
        own.slice(0, -1),
        `${own}A`,
        `${own}=`,
        ` ${own}`,
        own.replace(/^./, 'x'),
        '',
        'x',
        'W10',
        'null',
        '%%',
      ];
      for (const after of [foreign, ...damaged])
        for (const fields of ['totalCount', '__typename'])
          expect([
            after,
            fields,
            await refusals(`{ ${withArgs(list, `after: ${JSON.stringify(after)}`)} { ${fields} } }`),
          ]).toEqual([
            after,
            fields,
            [
              [
                `expected a cursor given by this connection, got ${JSON.stringify(after.length > 60 ? `${after.slice(0, 60)}…` : after)}`,
                'BAD_USER_INPUT',
              ],
            ],
          ]);
      const { statements } = await ask(store(), `{ ${withArgs(list, 'after: "x"')} { totalCount } }`);
      expect(statements).toBeLessThanOrEqual(1);
    },
  );

  test('first: none and null are 50, 0 counts alone, below 0 and over 500 is refused', async () => {
    for (const args of ['after: null', 'first: null'])
      expect((await read('lineItems', args, 'nodes { id }')).nodes).toHaveLength(50);
    const none = await read('lineItems', 'first: 0', 'totalCount nodes { id } pageInfo { hasNextPage endCursor }');
    expect(none).toEqual({
      totalCount: expect.any(Number),
      nodes: [],
      pageInfo: { hasNextPage: true, endCursor: null },
    });
    expect(none.totalCount).toBeGreaterThan(50);
    for (const first of [-1, 501, 2_147_483_647])
      expect(await refusals(`{ lineItems(first: ${first}) { totalCount } }`)).toEqual([
        [`expected first between 0 and 500, got ${first}`, 'BAD_USER_INPUT'],
      ]);
  });

  test('a report and a year take cursors of their own rows, also those given by the whole list', async () => {
    const { data } = await ask<{ reports: { nodes: { id: string; fiscalYear: { year: number } }[] } }>(
      store(),
      '{ reports { nodes { id fiscalYear { year } } } }',
    );
    const [newest, ...others] = data.reports.nodes;
    const ofReport = (after: string, orderBy: string) =>
      ask<{ report: { lineItems: Connection } }>(
        store(),
        `query ($id: ID!) { report(id: $id) { lineItems(orderBy: ${orderBy}, first: 1, after: "${after}") { totalCount nodes { id } } } }`,
        { id: newest?.id },
      );
    for (const orderBy of ['PRINTED', 'AMOUNT_ASC', 'AMOUNT_DESC']) {
      const listOf = (id: string | undefined) => `lineItems(orderBy: ${orderBy}, where: { report: { eq: "${id}" } })`;
      const after = await cursorOf(listOf(newest?.id));
      const second = (await read(listOf(newest?.id), 'first: 2', 'nodes { id }')).nodes[1];
      expect((await ofReport(after, orderBy)).data.report.lineItems.nodes).toEqual([second]);
      const { errors } = await ofReport(await cursorOf(listOf(others.at(-1)?.id)), orderBy);
      expect(errors.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^expected a cursor given by this connection/),
      ]);
    }
    const years = (after: string) =>
      ask(store(), `{ fiscalYears { year reports(first: 1, after: "${after}") { nodes { id } } } }`);
    expect((await years(await cursorOf('reports'))).errors.map(({ path }) => path?.slice(0, 2))).toEqual([
      ['fiscalYears', expect.any(Number)],
    ]);
    const ofYear = `{ reports(first: 1) { nodes { fiscalYear { reports(first: 1, after: "${await cursorOf('reports')}") { totalCount nodes { id } } } } } }`;
    expect((await ask(store(), ofYear)).errors).toEqual([]);
  });

  test('sums: pages follow each other; a cursor of another question or order is refused', async () => {
    const sums = (args: string): string => `aggregate(where: { statement: [EXPENDITURE] }, level: ITEM, ${args})`;
    const page = async (args: string) => {
      const fields = 'nodes { account { code } residual sum } totalCount pageInfo { endCursor hasNextPage }';
      return (await ask<{ aggregate: Connection }>(store(), `{ ${sums(args)} { ${fields} } }`)).data.aggregate;
    };
    const whole = await page('groupBy: [ACCOUNT, YEAR]');
    const first = await page('groupBy: [ACCOUNT, YEAR], first: 5');
    const after = `after: "${first.pageInfo['endCursor']}"`;
    const next = await page(`groupBy: [YEAR, ACCOUNT], first: 500, ${after}`);
    expect(first.nodes).toHaveLength(5);
    expect([...first.nodes, ...next.nodes]).toEqual(whole.nodes);
    expect([first.pageInfo['hasNextPage'], next.pageInfo['hasNextPage']]).toEqual([true, false]);
    expect([first.totalCount, next.totalCount]).toEqual([whole.nodes.length, whole.nodes.length]);
    expect(await page('groupBy: [ACCOUNT], first: 0')).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true } });
    const others = [
      'groupBy: [ACCOUNT, YEAR], orderBy: SUM_ASC',
      'groupBy: [ACCOUNT]',
      'groupBy: [ACCOUNT, YEAR], having: { gte: 1 }',
    ];
    for (const other of others)
      expect(await refusals(`{ ${sums(`${other}, ${after}`)} { totalCount } }`)).toEqual([
        [expect.stringMatching(/^expected a cursor given by this connection/), 'BAD_USER_INPUT'],
      ]);
    for (const [args, sentence] of [
      ['groupBy: [], first: 501', 'expected first between 0 and 500, got 501'],
      ['groupBy: [], having: { gte: 2, lte: 1 }', 'expected gte <= lte, got 2 > 1'],
    ] as const)
      expect(await refusals(`{ ${sums(args)} { totalCount } }`)).toEqual([[sentence, 'BAD_USER_INPUT']]);
  });
});
