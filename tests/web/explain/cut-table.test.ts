import { cutPieces } from '../../../src/web/page/explain/cut-table';

type Item = Parameters<typeof cutPieces>[0][number];

function makeItem(changed: Partial<Item> & { id: string; line: number }): Item {
  const { line, ...own } = changed;
  return {
    label: own.id,
    labelUncertain: false,
    amount: '0.00',
    unitName: null,
    flow: 'EXPENDITURE',
    fund: null,
    part: null,
    leaf: true,
    statement: 'EXPENDITURE',
    stage: 'OUTTURN',
    column: 1,
    columnLabel: '本年支出合计',
    account: { id: own.id, code: null, name: own.id, level: null, classification: 'FUNCTIONAL', edition: 2019 },
    source: { line, page: null, table: '支出决算表', text: '' },
    ...own,
  };
}

const TEN_ROWS = Array.from({ length: 10 }, (_, index) => makeItem({ id: `row ${index}`, line: index }));

function labelsOf(pieces: ReturnType<typeof cutPieces>): string[][] {
  return pieces.map(({ rows }) => rows.map(({ label }) => label));
}

describe('a piece of a printed table', () => {
  it('is the row with its neighbours, and ends where the table does', () => {
    expect(labelsOf(cutPieces(TEN_ROWS, new Set(['row 1']), 2))).toEqual([['row 0', 'row 1', 'row 2', 'row 3']]);
  });

  it('holds rows that stand close together, others are pieces of their own', () => {
    const pieces = cutPieces(TEN_ROWS, new Set(['row 0', 'row 2', 'row 9']), 1);
    expect(labelsOf(pieces)).toEqual([
      ['row 0', 'row 1', 'row 2', 'row 3'],
      ['row 8', 'row 9'],
    ]);
  });

  it('keeps the lanes of the basic table apart, each under its own head', () => {
    const statement = 'GENERAL_PUBLIC_BASIC_EXPENDITURE';
    const items = [
      makeItem({ id: '30311', line: 439, statement, columnLabel: '人员经费 金额', amount: '103.01' }),
      makeItem({ id: '30227', line: 439, statement, columnLabel: '公用经费 金额', amount: '9.45' }),
    ];
    const [piece, ...others] = cutPieces(items, new Set(['30311']), 3);
    expect(others).toEqual([]);
    expect(piece?.columns).toEqual([{ column: 1, label: '人员经费 金额' }]);
    expect(piece?.rows.map(({ label }) => label)).toEqual(['30311']);
  });

  it('is the one nameless row of the 三公 table: 从化 2019, 3.90 budget beside 1.90 outturn', () => {
    const statement = 'THREE_OFFICIAL_EXPENSES';
    const items = [
      makeItem({
        id: 'budget',
        line: 416,
        label: '合计',
        statement,
        column: 1,
        columnLabel: '预算数 合计',
        amount: '3.90',
      }),
      makeItem({
        id: 'vehicles',
        line: 416,
        label: '小计',
        statement,
        column: 3,
        columnLabel: '预算数 小计',
        amount: '3.40',
      }),
      makeItem({
        id: 'outturn',
        line: 416,
        label: '合计',
        statement,
        column: 7,
        columnLabel: '决算数 合计',
        amount: '1.90',
      }),
    ];
    const [piece] = cutPieces(items, new Set(['outturn']), 3);
    expect(piece?.rows).toHaveLength(1);
    expect([...(piece?.rows[0]?.items ?? [])].map(([column, { amount }]) => [column, amount])).toEqual([
      [1, '3.90'],
      [3, '3.40'],
      [7, '1.90'],
    ]);
  });
});
