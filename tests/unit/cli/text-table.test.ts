import { describe, expect, it } from '@jest/globals';
import { widthOf } from '../../../src/cli/display-width.js';
import { layOutTable } from '../../../src/cli/text-table.js';
import type { TextTable } from '../../../src/cli/text-table.js';

const left = (head: string): { head: string; align: 'LEFT' } => ({ head, align: 'LEFT' });
const right = (head: string): { head: string; align: 'RIGHT' } => ({ head, align: 'RIGHT' });
const row = (...cells: string[]): TextTable['rows'][number] => ({ cells, heading: null, notes: [] });

describe('a table as text', () => {
  const small = {
    named: [right('line'), left('row')],
    columns: [right('合计'), right('项目支出')],
    rows: [row('9', '合计', '12.50', ''), { ...row('10', '农林水支出', '0.5', '12.00'), notes: ['  ! torn'] }],
  };

  it('has its columns aligned by what characters take, amounts to the right, notes below their row', () => {
    expect(layOutTable(small, null)).toEqual([
      'line  row          合计  项目支出',
      '   9  合计        12.50',
      '  10  农林水支出    0.5     12.00',
      '  ! torn',
    ]);
  });

  it('is not changed by a screen with room for it', () => {
    expect(layOutTable(small, 80)).toEqual(layOutTable(small, null));
  });

  it('wraps names where that makes room for all columns', () => {
    const name = '机关事业单位基本养老保险缴费支出';
    const lines = layOutTable({ ...small, rows: [row('9', name, '1.00', '2.00')] }, 42);
    expect(lines).toEqual([
      'line  row                   合计  项目支出',
      '   9  机关事业单位基本养老  1.00      2.00',
      '      保险缴费支出',
    ]);
  });

  it('prints columns without room below, with the names of the rows again, and nothing is lost', () => {
    // 12 columns for line and name, 9 for each amount: three fit into 40.
    const columns = Array.from({ length: 9 }, (_, index) => right(`第${index + 1}栏`));
    const amounts = columns.map((_, index) => `${index + 1}000.00`);
    const lines = layOutTable({ named: small.named, columns, rows: [row('9', '合计', ...amounts)] }, 40);
    expect(lines.filter((line) => line.startsWith('line  row'))).toHaveLength(3);
    expect(lines.filter((line) => line.startsWith('   9  合计'))).toHaveLength(3);
    expect(amounts.filter((amount) => !lines.join('\n').includes(` ${amount}`))).toEqual([]);
    expect(lines.filter((line) => widthOf(line) > 40)).toEqual([]);
  });

  it('says where the rows of a unit begin', () => {
    const rows = [row('9', '合计', '1.00'), { ...row('10', '工资', '1.00'), heading: '某某中心:' }];
    expect(layOutTable({ ...small, columns: [right('合计')], rows }, null)).toEqual([
      'line  row   合计',
      '   9  合计  1.00',
      '某某中心:',
      '  10  工资  1.00',
    ]);
  });
});
