import type { Report } from '../../src/domain/report.js';
import { saveReport } from '../../src/store/save-report.js';
import { saveReports } from '../support/fillings.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

/** One row of 支出决算表: its printed name and figures in 万元, by column; without a code it is one of several of one account. */
type Row = readonly [label: string, code: string | null, ...figures: readonly (number | null)[]];

/** A document that prints these rows and nothing else. */
function print(sign: string, rows: readonly Row[]): Report {
  const report = makeReport();
  const pattern = report.lineItems.filter(({ statement }) => statement === 'EXPENDITURE');
  const coded = pattern.find(({ account }) => account.code === '2010301');
  const named = pattern.find(({ account }) => account.code === null);
  const lineItems = rows.flatMap(([label, code, ...figures], row) => {
    const { account, ...item } = (code === null ? named : coded) as NonNullable<typeof coded>;
    const own = code === null ? account : { ...account, code, key: code };
    return figures.flatMap((figure, place) => {
      if (figure === null) return [];
      const amount = { ...item.amount, fen: BigInt(figure) * 1_000_000n };
      return [{ ...item, label, account: own, row, column: place + 1, amount }];
    });
  });
  return { ...report, sha256: sign.repeat(64), lineItems, evaluations: [], issues: [] };
}

const CHANGES = `query ($after: String, $first: Int) { releases { nodes { changes(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { before { ...figure } after { ...figure } } } } } }
  fragment figure on LineItem { label column stage amount report { sha256 } }`;

interface Figure {
  readonly label: string;
  readonly column: number;
  readonly stage: string;
  readonly amount: string;
  readonly report: { readonly sha256: string };
}
interface Changed {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly { readonly before: Figure | null; readonly after: Figure | null }[];
}

interface Releases {
  readonly releases: { readonly nodes: readonly { readonly changes: Changed }[] };
}

const ORIGINAL: readonly Row[] = [
  ['行政运行', '2010301', 100, 60],
  ['一般行政管理事务', '2010302', 50, null],
  ['培训支出', '2050803', 7],
  ['项目一', null, 30],
  ['项目二', null, 20],
  ['其他', null, 1],
  ['其他', null, 2],
  ['其他项目', null, 11],
  ['其他项目', null, 12],
];
/** In another order, with a code's name spelled otherwise. */
const CORRECTED: readonly Row[] = [
  ['项目二', null, 20],
  ['其他', null, 1],
  ['其他', null, 3],
  ['项目三', null, 30],
  ['行政运行（更正）', '2010301', 100, 65],
  ['一般行政管理事务', '2010302', 50, 8],
  ['其他项目', null, 11],
  ['其他项目', null, 12],
  ['其他项目', null, 13],
];

describe.each(STORE_KINDS)('changes of releases on $name', (kind) => {
  const store = useTestStore(kind, (own) => saveReports(own, [print('1', ORIGINAL), print('2', CORRECTED)]));

  /** Of the newest release: places and figures before and after. */
  const show = ({ nodes }: Changed) =>
    nodes.map(({ before, after }) => {
      const { label, column } = (after ?? before) as Figure;
      return [label, column, before?.amount ?? null, after?.amount ?? null];
    });

  test('pair what stands at one place of the two documents, in whatever order, and leave out what is equal', async () => {
    const { data, statements, extensions } = await ask<Releases>(store(), CHANGES);
    const [newest, first, nothing] = data.releases.nodes.map(({ changes }) => changes) as [Changed, Changed, Changed];
    expect([newest.totalCount, first.totalCount, nothing.totalCount]).toEqual([7, 10, 0]);
    expect(show(newest).sort()).toEqual(
      [
        ['其他', 1, '2.00', '3.00'],
        ['项目三', 1, null, '30.00'],
        ['其他项目', 1, null, '13.00'],
        ['项目一', 1, '30.00', null],
        ['行政运行（更正）', 2, '60.00', '65.00'],
        ['一般行政管理事务', 2, null, '8.00'],
        ['培训支出', 1, '7.00', null],
      ].sort(),
    );
    const [{ before, after } = {}] = newest.nodes.filter((node) => node.before && node.after);
    expect([before?.report.sha256, after?.report.sha256]).toEqual(['1'.repeat(64), '2'.repeat(64)]);
    expect(first.nodes.every((node) => node.before === null && node.after !== null)).toBe(true);
    // releases; their changes, and how many, of all three at once; line items; their reports; the release
    expect([statements, extensions['hints']]).toEqual([6, undefined]);
  });

  test('come page by page, each once', async () => {
    const read = async (after: string | null): Promise<Changed> => {
      const query = `query ($after: String) { release { changes(first: 4, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { before { ...figure } after { ...figure } } } } }
        fragment figure on LineItem { label column stage amount report { sha256 } }`;
      return (await ask<{ release: { changes: Changed } }>(store(), query, { after })).data.release.changes;
    };
    const [first, all] = [await read(null), (await ask<Releases>(store(), CHANGES)).data.releases.nodes[0]?.changes];
    const second = await read(first.pageInfo.endCursor);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...show(first), ...show(second)]).toEqual(show(all as Changed));
    const cursor = first.pageInfo.endCursor;
    const { errors } = await ask(store(), CHANGES, { after: cursor });
    expect(errors.map(({ message }) => message)).toContain(
      `expected a cursor given by this connection, got ${JSON.stringify(cursor?.slice(0, 60) === cursor ? cursor : `${cursor?.slice(0, 60)}…`)}`,
    );
  });

  test('of a release after which a report was read anew are those of reports that came, and a hint says so', async () => {
    const anew = { ...print('2', CORRECTED.slice(1)), readerVersion: 2 };
    await saveReport(store(), anew, REFERENCE);
    const query = '{ releases { nodes { id kept changes { totalCount } } } }';
    const { data, extensions } = await ask<{ releases: { nodes: { id: string; changes: unknown }[] } }>(store(), query);
    const [newest, ...others] = data.releases.nodes;
    expect(data.releases.nodes).toMatchObject([
      { kept: true, changes: { totalCount: 0 } },
      ...others.map(() => ({ kept: false, changes: { totalCount: 0 } })),
    ]);
    expect(extensions['hints']).toEqual([
      `the release before ${newest?.id} is kept no longer: what was read anew since then is not among the changes, only reports that came or were superseded`,
      ...others.map(({ id }) => `release ${id} is kept no longer: what changed with it can't be told any more`),
    ]);
    await saveReport(store(), print('3', ORIGINAL), REFERENCE);
    const now = await ask<Releases>(store(), CHANGES);
    // 项目二 came back; 项目三, the 65.00, the 8.00 and the 13.00 went as they had come.
    expect(now.data.releases.nodes[0]?.changes.totalCount).toBe(8);
  });
});
