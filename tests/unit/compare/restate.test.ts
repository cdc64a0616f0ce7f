import fc from 'fast-check';
import { restateFigures } from '../../../src/compare/restate.js';
import type { CodedFigure, RestatedTable } from '../../../src/compare/restate.js';
import { formatFen } from '../../../src/domain/money.js';
import { REFERENCE } from '../../support/reference.js';

/** Rows of the basic table, in 万元; a code without a name bears its own. */
function basic(amounts: Readonly<Record<string, bigint>>): CodedFigure[] {
  return Object.entries(amounts).map(([code, amount]) => ({
    ...{ statement: 'GENERAL_PUBLIC_BASIC_EXPENDITURE', unitName: null, column: 1, columnLabel: '金额' },
    ...{ stage: 'OUTTURN', fund: 'GENERAL_PUBLIC', part: 'BASIC', classification: 'ECONOMIC' },
    ...{ code, label: code, fen: amount * 1_000_000n },
  }));
}
const restate = (amounts: Readonly<Record<string, bigint>>, year: number, edition: number): RestatedTable[] =>
  restateFigures(basic(amounts), { year, edition }, REFERENCE);
const inWan = (fen: bigint | null | undefined) => (fen == null ? null : formatFen(fen, 'WAN_YUAN'));
const brief = ([table]: RestatedTable[]) =>
  table?.rows.map(({ before, moved, after }) => [
    before.map(({ code, amounts }) => `${code} ${inWan(amounts[0])}`).join(', '),
    [...new Set(moved.map(({ kind, confidence }) => `${kind} ${confidence}`))].join(', '),
    `${after.accounts.map(({ code }) => code).join(' + ') || '-'} ${inWan(after.amounts[0])}`,
  ]);

test('what moved, merged or was split stands under the accounts of the other year; a split stays a group', () => {
  const printed = { '30101': 1n, '30102': 90n, '30104': 24n, '30311': 103n, '30312': 2n, '30313': 293n, '31020': 5n };
  expect(brief(restate(printed, 2017, 2019))).toEqual([
    ['30101 1.00', 'SAME HIGH', '30101 1.00'],
    ['30102 90.00, 30312 2.00, 30313 293.00', 'MERGED HIGH', '30102 385.00'],
    ['30104 24.00', 'SPLIT HIGH', '30110 + 30111 + 30112 24.00'],
    ['30311 103.00', 'MOVED HIGH', '30113 103.00'],
    ['31020 5.00', 'REMOVED HIGH', '- 5.00'],
  ]);
});

test('the other way round the parts are one account again, and what was merged is a group', () => {
  expect(brief(restate({ '30102': 385n, '30110': 4n, '30111': 0n, '30112': 20n, '30113': 103n }, 2019, 2017))).toEqual([
    ['30102 385.00', 'SPLIT HIGH', '30102 + 30312 + 30313 + 30314 + 30315 385.00'],
    ['30110 4.00, 30111 0.00, 30112 20.00', 'MERGED HIGH', '30104 24.00'],
    ['30113 103.00', 'MOVED HIGH', '30311 103.00'],
  ]);
});

test('301 and 303 gave and took: both together are both together', () => {
  expect(brief(restate({ '301': 694n, '303': 614n, '302': 105n }, 2017, 2019))).toEqual([
    ['301 694.00, 303 614.00', 'MERGED HIGH, SPLIT HIGH', '301 + 303 1308.00'],
    ['302 105.00', 'SAME HIGH', '302 105.00'],
  ]);
});

test('30311 of 2020 is not what 30311 of 2017 was', () => {
  expect(brief(restate({ '30113': 9n, '30311': 7n }, 2020, 2017))).toEqual([
    ['30113 9.00', 'MOVED HIGH', '30311 9.00'],
    ['30311 7.00', 'REMOVED HIGH', '- 7.00'],
  ]);
});

test('a code of the old list that is printed a year too late is what it was, one on no list stays as it is', () => {
  expect(brief(restate({ '30198': 1n, '30311': 7n }, 2018, 2019))).toEqual([
    ['30198 1.00', 'SAME LOW', '30198 1.00'],
    ['30311 7.00', 'MOVED HIGH', '30113 7.00'],
  ]);
});

test('names are those of each year, as printed where there is none', () => {
  const [table] = restate({ '30198': 2n, '30310': 1n }, 2017, 2019);
  expect(table?.rows.map(({ before, after }) => [before[0]?.name, after.accounts[0]?.name])).toEqual([
    ['30198', '30198'],
    ['生产补贴', '个人农业生产补贴'],
  ]);
});

test('a table is restated level by level; lanes share their column, an empty cell stays empty', () => {
  const figures = basic({ '301': 3n, '30101': 1n, '30102': 2n });
  const lanes = figures.map((own, place) => ({ ...own, columnLabel: place === 0 ? '人员经费 金额' : '公用经费 金额' }));
  const second = { ...basic({ '30101': 4n })[0]!, column: 2, columnLabel: '另一栏' };
  const tables = restateFigures([...lanes, second], { year: 2019, edition: 2019 }, REFERENCE);
  expect(tables.map(({ level, rows }) => [level, rows.length])).toEqual([
    ['CATEGORY', 1],
    ['GROUP', 2],
  ]);
  expect(tables[1]?.columns.map(({ columnLabel }) => columnLabel)).toEqual(['公用经费 金额', '另一栏']);
  expect(tables[1]?.rows.map(({ after }) => after.amounts.map(inWan))).toEqual([
    ['1.00', '4.00'],
    ['2.00', null],
  ]);
  const sameLevel = restateFigures(
    [lanes[1]!, { ...lanes[2]!, columnLabel: '人员经费 金额' }],
    { year: 2019, edition: 2019 },
    REFERENCE,
  );
  expect(sameLevel[0]?.columns.map(({ columnLabel }) => columnLabel)).toEqual(['金额']);
});

test('nothing is lost or counted twice: totals before are totals after, whatever is printed', () => {
  const codes = [...new Set(REFERENCE.accounts.map(({ code }) => code).filter((code) => /^3\d{4}$/.test(code)))];
  const rows = fc.dictionary(fc.constantFrom(...codes), fc.bigInt({ min: -1_000n, max: 1_000_000n }), {
    noNullPrototype: true,
  });
  const year = fc.integer({ min: 2007, max: 2026 });
  fc.assert(
    fc.property(rows, year, year, (amounts, from, to) => {
      const sum = Object.values(amounts).reduce((all, own) => all + own, 0n) * 1_000_000n;
      const [table] = restate(amounts, from, to);
      if (!table) return;
      expect(table.totals).toEqual({ before: [sum], after: [sum] });
      expect(table.rows.flatMap(({ before }) => before.map(({ code }) => code)).sort()).toEqual(
        Object.keys(amounts).sort(),
      );
      const after = table.rows.flatMap((row) => row.after.accounts.map(({ code }) => code));
      expect(new Set(after).size).toBe(after.length);
    }),
  );
});
