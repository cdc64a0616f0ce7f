import { describe, expect, it } from '@jest/globals';
import {
  WAN,
  amountsOf,
  figures,
  finalAccounts,
  general,
  messages,
  read,
  table,
  threeExpenses,
} from './small-report.js';

const ROW = '16.46|0.00|14.34|0.00|14.34|2.12|15.53|0.00|13.45|0.00|13.45|2.08';
const stages = (text: string): string[] => [...new Set(read(text).lineItems.map(({ stage }) => stage))];
const revenue = (unit: string, row: string): string =>
  [
    '收入决算表',
    unit,
    table(
      '项目||本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入',
      '编码|科目名称|||||||',
      '栏次||1|2|3|4|5|6|7',
      row,
    ),
  ].join('\n\n');

describe('the 三公 table', () => {
  it('has the budget in columns 1 to 6 and the outturn in 7 to 12, six accounts by their heads', () => {
    const report = read(finalAccounts(threeExpenses(ROW, '注：预算数为“三公”经费年初预算数。')));
    expect(
      report.lineItems.map(({ stage, column, label, account, leaf, amount }) => [stage, column, label, account.key, leaf, amount.fen / 10_000n]),
    ).toEqual([
      ['ORIGINAL_BUDGET', 1, '合计', 'THREE_OFFICIAL_EXPENSES/三公经费', false, 1646n],
      ['ORIGINAL_BUDGET', 2, '因公出国(境)费', 'THREE_OFFICIAL_EXPENSES/因公出国(境)费', true, 0n],
      ['ORIGINAL_BUDGET', 3, '小计', 'THREE_OFFICIAL_EXPENSES/公务用车购置及运行费', false, 1434n],
      ['ORIGINAL_BUDGET', 4, '公务用车购置费', 'THREE_OFFICIAL_EXPENSES/公务用车购置费', true, 0n],
      ['ORIGINAL_BUDGET', 5, '公务用车运行费', 'THREE_OFFICIAL_EXPENSES/公务用车运行费', true, 1434n],
      ['ORIGINAL_BUDGET', 6, '公务接待费', 'THREE_OFFICIAL_EXPENSES/公务接待费', true, 212n],
      ['OUTTURN', 7, '合计', 'THREE_OFFICIAL_EXPENSES/三公经费', false, 1553n],
      ['OUTTURN', 8, '因公出国(境)费', 'THREE_OFFICIAL_EXPENSES/因公出国(境)费', true, 0n],
      ['OUTTURN', 9, '小计', 'THREE_OFFICIAL_EXPENSES/公务用车购置及运行费', false, 1345n],
      ['OUTTURN', 10, '公务用车购置费', 'THREE_OFFICIAL_EXPENSES/公务用车购置费', true, 0n],
      ['OUTTURN', 11, '公务用车运行费', 'THREE_OFFICIAL_EXPENSES/公务用车运行费', true, 1345n],
      ['OUTTURN', 12, '公务接待费', 'THREE_OFFICIAL_EXPENSES/公务接待费', true, 208n],
    ]); // prettier-ignore
  });

  it.each([
    ['注：本表反映支出情况。其中，预算数为“三公”经费年初预算数，决算数是实际支出。', 'ORIGINAL_BUDGET'],
    ['注：预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数。', 'REVISED_BUDGET'],
    ['注：其中,预算数为调整后的预算数。', 'REVISED_BUDGET'],
    ['注：\n\n预算数为“三公”经费全年预算数。', 'REVISED_BUDGET'],
  ])('says below which budget it is: %s', (note, stage) => {
    expect(stages(finalAccounts(threeExpenses(ROW, note)))).toEqual([stage, 'OUTTURN']);
  });

  it('without such a note is taken as the original budget, and reported', () => {
    const report = read(finalAccounts(threeExpenses(ROW, '注：无。')));
    expect(report.lineItems[0]?.stage).toBe('ORIGINAL_BUDGET');
    expect(messages(report)).toEqual([expect.stringContaining('expected a note')]);
  });

  it('whose note names both budgets is not decided in silence', () => {
    const report = read(finalAccounts(threeExpenses(ROW, '注：预算数反映按规定程序由年初预算调整后的全年预算。')));
    expect(report.lineItems[0]?.stage === 'REVISED_BUDGET' || report.issues.length > 0).toBe(true);
  });

  it('is about the general public budget, or the appropriation where its title says only 财政拨款', () => {
    const text = threeExpenses(ROW, '注：预算数为年初预算数。');
    const funds = (own: string): unknown => [...new Set(read(finalAccounts(own)).lineItems.map(({ fund }) => fund))];
    expect(funds(text)).toEqual(['GENERAL_PUBLIC']);
    expect(funds(text.replace('一般公共预算财政拨款', '财政拨款'))).toEqual(['APPROPRIATION']);
  });

  it('keeps the places of the others where one cell can’t be read', () => {
    const report = read(finalAccounts(threeExpenses(ROW.replace('2.12', '2.#2'), '注：预算数为年初预算数。')));
    expect(report.lineItems.map(({ column }) => column)).toEqual([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12]);
    expect(messages(report).join()).toContain('2.#2');
  });

  it('does not take a damaged 栏次 for its figures', () => {
    const report = read(finalAccounts(threeExpenses(ROW, '注：预算数为年初预算数。', '1|2|3|4|5|6|7|8|9|10|12|12')));
    expect(report.lineItems).toHaveLength(12);
  });
});

describe('the unit of a table', () => {
  it.each([
    ['单位：元', '1.000000', '0.0001'],
    ['单位：千元', '10.00', '1.00'],
    ['单位：万元', '1.00', '1.00'],
    ['（单位：亿元）', '1.00', '10000.00'],
  ])('%s: %s is %s 万元', (unit, printed, wan) => {
    const report = read(finalAccounts(revenue(unit, `|合计|${printed.slice(0, 4)}|0.00|0.00|0.00|0.00|0.00|0.00`)));
    expect(amountsOf(report, '合计')[0]).toBe(unit === '单位：千元' ? '1.00' : wan);
  });

  it('is its own where the tables of a report state different ones', () => {
    const report = read(
      finalAccounts(
        general('|合计|1.00|1.00|0.00'),
        revenue('单位：元', '|合计|10000.00|0.00|0.00|0.00|0.00|0.00|0.00'),
      ),
    );
    expect(amountsOf(report, '合计').slice(0, 1)).toEqual(['1.00']);
    expect(report.lineItems.map(({ amount }) => amount.unit).filter((unit) => unit === 'YUAN')).toHaveLength(7);
  });

  it('is that of the others where it states none, and refused where they differ or state none', () => {
    expect(
      amountsOf(
        read(
          finalAccounts(
            general('|合计|1.00|1.00|0.00'),
            '注：无。',
            revenue('', '|合计|2.00|0.00|0.00|0.00|0.00|0.00|0.00'),
          ),
        ),
        '合计',
      )[0],
    ).toBe('2.00');
    expect(() => read(finalAccounts(revenue('', '|合计|2.00|0.00|0.00|0.00|0.00|0.00|0.00')))).toThrow(
      'expected one unit',
    );
    const mixed = read(
      finalAccounts(
        general('|合计|1.00|1.00|0.00'),
        '注：无。',
        revenue('', '|合计|2.00|0.00|0.00|0.00|0.00|0.00|0.00'),
        '注：无。',
        general('|合计|1.00|1.00|0.00')
          .replaceAll('一般公共预算财政拨款支出', '支出')
          .replace(WAN, '单位：元')
          .replace('项目支出', '项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出')
          .replace('1.00\t0.00', '1.00\t0.00\t0.00\t0.00\t0.00'),
      ),
    );
    expect(mixed.statements.map(({ statement }) => statement)).toEqual(['EXPENDITURE', 'GENERAL_PUBLIC_EXPENDITURE']);
    expect(messages(mixed).filter((message) => message.includes('got none'))).toEqual([
      'expected a unit such as 单位：万元, got none, and other tables in several: table refused',
    ]);
  });

  it('is that in which its totals are those of tables that state theirs', () => {
    const own = read(
      finalAccounts(
        general('|合计|1,303.92|776.00|527.92'),
        '注：无。',
        revenue('', '|合计|13039200|13039200|0|0|0|0|0'),
      ),
    );
    expect(amountsOf(own, '合计').slice(0, 1)).toEqual(['1303.92']);
    expect(own.statements.map(({ unit, unitBasis, confidence }) => [unit, unitBasis, confidence])).toEqual([
      ['YUAN', 'TOTALS', 'HIGH'],
      ['WAN_YUAN', 'STATED', 'HIGH'],
    ]);
    expect(messages(own)).toEqual([]);
  });

  it('that the totals of more tables contradict is refused with its table', () => {
    const rows = '|合计|1,303.92|776.00|527.92';
    const wrong = revenue('单位：元', '|合计|1,303.92|1,303.92|0.00|0.00|0.00|0.00|0.00');
    const summary = general(rows).replaceAll('一般公共预算财政拨款支出', '国有资本经营预算财政拨款支出');
    const report = read(finalAccounts(general(rows), '注：无。', summary, '注：无。', wrong));
    expect(report.statements.map(({ statement }) => statement)).not.toContain('REVENUE');
    expect(messages(report).join()).toContain('got others by a power of ten in the stated unit YUAN: table refused');
  });

  it.each(['单位：百万元', '单位：美元', '单位：（人民币）元'])(
    'is not that of the others where it states %s',
    (unit) => {
      const text = finalAccounts(
        general('|合计|1.00|1.00|0.00'),
        '注：无。',
        revenue(unit, '201|一般公共服务支出|2.00|0.00|0.00|0.00|0.00|0.00|0.00'),
      );
      let amounts: string[] = [];
      try {
        amounts = amountsOf(read(text), '201');
      } catch {
        // refused as a whole
      }
      expect(amounts).not.toContain('2.00');
    },
  );

  it('may stand in a row of cells above the heads', () => {
    const report = read(
      finalAccounts(
        general('|合计|1.00|1.00|0.00'),
        '注：无。',
        revenue('', '|合计|20000.00|0.00|0.00|0.00|0.00|0.00|0.00').replace(
          '项目\t',
          '部门：某局\t\t\t\t\t\t\t\t单位：元\n项目\t',
        ),
      ),
    );
    expect(amountsOf(report, '合计')[0]).toBe('2.00');
    expect(report.lineItems[0]?.columnLabel).toBe('本年收入合计');
  });
});

describe('a line item', () => {
  it('can be walked back to the row it was printed in', () => {
    const report = read(finalAccounts('公开05表', general('201|一般公共服务支出|9.00|5.00|4.00')));
    const [item] = report.lineItems;
    expect(item?.source).toEqual({
      table: '公开05表 一般公共预算财政拨款支出决算表', section: null, line: 14, page: null, text: '201\t一般公共服务支出\t9.00\t5.00\t4.00',
    }); // prettier-ignore
  });

  it('has the label as printed and rejoined', () => {
    const report = read(
      finalAccounts(general('2080505|机关事业单位基本养 老保险缴费支出|9.00|9.00|0.00', '|合 计|9.00|9.00|0.00')),
    );
    expect(report.lineItems.filter(({ column }) => column === 1).map(({ label }) => label)).toEqual([
      '机关事业单位基本养老保险缴费支出',
      '合计',
    ]);
  });

  it('has no fund and part under a head that fits nothing, and the head is reported', () => {
    const text = general('|合计|9.00|5.00|4.00').replaceAll('项目支出', '罚没收益');
    const report = read(finalAccounts(text));
    expect(figures(report)[2]).toBe('合计 c3 null.null 4.00');
    expect(messages(report)).toEqual([expect.stringContaining('罚没收益')]);
  });

  it('keeps its printed unit and decimals', () => {
    const report = read(finalAccounts(general('|合计|9.0|5|4.000')));
    expect(report.lineItems.map(({ amount }) => [amount.unit, amount.decimals])).toEqual([
      ['WAN_YUAN', 1],
      ['WAN_YUAN', 0],
      ['WAN_YUAN', 3],
    ]);
  });
});

describe('the rows of a statement', () => {
  it('read and refused are the rows seen', () => {
    const report = read(
      finalAccounts(general('|合计|9.00|5.00|4.00', '201|一般公共服务支出|9.00|5.#0|4.00', '||1.00|1.00|0.00')),
    );
    expect(report.statements[0]).toMatchObject({ rowsSeen: 3, rowsRead: 1 });
    expect(messages(report)).toHaveLength(2);
  });
});
