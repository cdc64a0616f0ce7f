import { describe, expect, it } from '@jest/globals';
import { layOutReport } from '../../../src/app/check-tables.js';
import { finalAccounts, general, read, threeExpenses } from '../read/small-report.js';

describe('what was read, laid out', () => {
  it('has the printed amounts of each row by column, with the line it stands in', () => {
    const { statements, issues } = layOutReport(
      read(finalAccounts(general('|合计|9.00|5.00|4.00', '201|一般公共服务支出|9.0|5|'))),
    );
    expect(issues).toEqual([]);
    expect(statements).toMatchObject([
      { statement: 'GENERAL_PUBLIC_EXPENDITURE', recognisedBy: 'TITLE', units: ['WAN_YUAN'], rowsRead: 2, rowsSeen: 2 },
    ]);
    const [side] = statements[0]?.sides ?? [];
    expect(side?.columns.map(({ label }) => label)).toEqual(['本年支出合计', '基本支出', '项目支出']);
    expect(side?.rows.map(({ code, label, amounts }) => [code, label, amounts])).toEqual([
      [null, '合计', ['9.00', '5.00', '4.00']],
      ['201', '一般公共服务支出', ['9.0', '5', null]],
    ]);
    // Title, blank, 部门, blank, title of the table, blank, unit, blank, two rows of heads, 栏次.
    expect(side?.rows.map(({ line }) => line)).toEqual([12, 13]);
  });

  it('has an issue at the row of its line, once, and the others apart', () => {
    const text = finalAccounts(
      general('|合计|9.00|5.00|4.00', '201|一般公共服务支出|9.00|5.O0|4.00'),
      ['政府性基金预算财政拨款收入支出决算表', '单位：万元', '甲\t1.00\t2.00\t3.00'].join('\n\n'),
    );
    const { statements, issues } = layOutReport(read(text));
    const rows = statements[0]?.sides[0]?.rows ?? [];
    expect(rows.map((row) => row.issues.length)).toEqual([0, 1]);
    expect(rows[1]?.issues[0]).toContain('5.O0');
    expect(issues).toHaveLength(1);
    expect(issues[0]?.source.line).toBeGreaterThan(13);
  });

  it('keeps the place of a column of which nothing could be read', () => {
    const { statements } = layOutReport(read(finalAccounts(general('|合计|9.00||4.00'))));
    const [side] = statements[0]?.sides ?? [];
    expect(side?.columns).toEqual([
      { column: 1, label: '本年支出合计' },
      { column: 2, label: null },
      { column: 3, label: '项目支出' },
    ]);
    expect(side?.rows[0]?.amounts).toEqual(['9.00', null, '4.00']);
  });

  it('gives a row without a name no label: its accounts are in the heads', () => {
    const row = '3.90|0.00|3.40|0.00|3.40|0.50|1.90|0.00|1.90|0.00|1.90|0.00';
    const { statements } = layOutReport(read(finalAccounts(threeExpenses(row, '注：预算数为年初预算数。'))));
    const [side] = statements[0]?.sides ?? [];
    expect(side?.rows).toHaveLength(1);
    expect(side?.rows[0]).toMatchObject({ label: '', code: null, amounts: row.split('|') });
  });
});
