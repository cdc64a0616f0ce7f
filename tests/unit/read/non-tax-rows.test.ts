import { describe, expect, it } from '@jest/globals';
import { WAN, finalAccounts, read, table } from './small-report.js';

const HEADS = ['科目名称|合计|纳入预算管理|纳入财政专户管理', '栏次|1|2|3'];
const row = (name: string, amount: string): string => `${name}|${amount}|${amount}|0.00`;
const paths = (body: string): string[] =>
  read(finalAccounts(['非税收入征缴情况表', WAN, body].join('\n\n')))
    .lineItems.filter(({ column }) => column === 1)
    .map(
      ({ account, leaf }) =>
        `${account.classification} ${account.key.replace('NON_TAX_REVENUE/', '')}${leaf ? ' leaf' : ''}`,
    );

describe('details of the non-tax table', () => {
  it('nest so that every line with details adds up', () => {
    expect(
      paths(table(...HEADS, row('合计', '12.98'), row('六、有偿使用收入', '12.92'), row('利息收入', '0.56'), row('国库存款利息收入', '0.30'), row('其他利息收入', '0.26'), row('非经营性收入', '12.36'), row('出租收入', '12.28'), row('处置收入', '0.08'), row('七、捐赠收入', '0.06'))),
    ).toEqual([
      'BALANCE 合计',
      'REVENUE 有偿使用收入',
      'REVENUE 有偿使用收入/利息收入',
      'REVENUE 有偿使用收入/利息收入/国库存款利息收入 leaf',
      'REVENUE 有偿使用收入/利息收入/其他利息收入 leaf',
      'REVENUE 有偿使用收入/非经营性收入',
      'REVENUE 有偿使用收入/非经营性收入/出租收入 leaf',
      'REVENUE 有偿使用收入/非经营性收入/处置收入 leaf',
      'REVENUE 捐赠收入 leaf',
    ]); // prettier-ignore
  });

  it('stand side by side where they add up to the line above, within rounding', () => {
    expect(
      paths(
        table(
          ...HEADS,
          row('合计', '0.41'),
          row('六、有偿使用收入', '0.41'),
          row('利息收入', '0.24'),
          row('处置收入', '0.18'),
        ),
      ),
    ).toEqual([
      'BALANCE 合计',
      'REVENUE 有偿使用收入',
      'REVENUE 有偿使用收入/利息收入 leaf',
      'REVENUE 有偿使用收入/处置收入 leaf',
    ]);
  });

  it('are one below the numbered line where no nesting adds up, or more than one does', () => {
    expect(
      paths(
        table(
          ...HEADS,
          row('合计', '9.00'),
          row('六、有偿使用收入', '9.00'),
          row('利息收入', '1.00'),
          row('处置收入', '2.00'),
        ),
      ),
    ).toEqual([
      'BALANCE 合计',
      'REVENUE 有偿使用收入',
      'REVENUE 有偿使用收入/利息收入 leaf',
      'REVENUE 有偿使用收入/处置收入 leaf',
    ]);
    expect(
      paths(
        table(
          ...HEADS,
          row('合计', '0.00'),
          row('六、有偿使用收入', '0.00'),
          row('利息收入', '0.00'),
          row('处置收入', '0.00'),
        ),
      ).slice(2),
    ).toEqual(['REVENUE 有偿使用收入/利息收入 leaf', 'REVENUE 有偿使用收入/处置收入 leaf']);
  });

  it('keep a line apart from the line of one name above it', () => {
    expect(
      paths(
        table(
          ...HEADS,
          row('合计', '0.06'),
          row('九、其他收入', '0.06'),
          row('其他收入', '0.06'),
          row('其他收入', '0.06'),
        ),
      ),
    ).toEqual([
      'BALANCE 合计',
      'REVENUE 其他收入',
      'REVENUE 其他收入/其他收入',
      'REVENUE 其他收入/其他收入/其他收入 leaf',
    ]);
  });

  it('nest by the indentation where it is kept', () => {
    const text = [
      '科目名称 合计 纳入预算管理已缴国库小计 纳入财政专户管理已缴财政专户小计',
      '栏次 1 2 3',
      '合计 9.00 9.00 0.00',
      '六、有偿使用收入 9.00 9.00 0.00',
      '利息收入 1.00 1.00 0.00',
      '    其他利息收入 1.00 1.00 0.00',
      '处置收入 1.00 1.00 0.00',
      '    国有资产处置收入 1.00 1.00 0.00',
    ];
    expect(paths(text.join('\n\n'))).toEqual([
      'BALANCE 合计',
      'REVENUE 有偿使用收入',
      'REVENUE 有偿使用收入/利息收入',
      'REVENUE 有偿使用收入/利息收入/其他利息收入 leaf',
      'REVENUE 有偿使用收入/处置收入',
      'REVENUE 有偿使用收入/处置收入/国有资产处置收入 leaf',
    ]);
  });
});
