import { describe, expect, it } from '@jest/globals';
import { finalAccounts, general, read, table } from './small-report.js';

const STATEMENT = general('|合计|9.00|5.00|4.00');
const evaluations = (heading: string, ...rows: string[]): ReturnType<typeof read>['evaluations'] =>
  read(finalAccounts(STATEMENT, '第四部分 绩效评价', heading, table(...rows))).evaluations;

describe('a performance table', () => {
  it('gives its indicators as printed: levels, target, outcome, points', () => {
    const [evaluation] = evaluations(
      '部门整体支出绩效自评表',
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
      '产出指标|数量指标|培训场次|≥12次|13次|20|20',
      '||办件数量|1,000件|998件|10|9.98',
      '总分|||||30|29.98',
    );
    expect(evaluation).toMatchObject({ scope: 'DEPARTMENT', evaluator: 'SELF', score: '29.98' });
    expect(evaluation?.indicators.map(({ source: _, ...own }) => own)).toEqual([
      {
        level1: '产出指标',
        level2: '数量指标',
        name: '培训场次',
        inferredName: null,
        target: '≥12次',
        actual: '13次',
        weight: '20',
        score: '20',
      },
      {
        level1: '产出指标',
        level2: '数量指标',
        name: '办件数量',
        inferredName: null,
        target: '1,000件',
        actual: '998件',
        weight: '10',
        score: '9.98',
      },
    ]);
  });

  it('of goals not yet assessed has no evaluator', () => {
    const [evaluation] = evaluations(
      '项目绩效目标表',
      '一级指标|二级指标|三级指标|指标值',
      '产出指标|数量指标|培训场次|≥12次',
    );
    expect(evaluation).toMatchObject({ scope: 'PROJECT', evaluator: null });
    expect(evaluation?.indicators[0]).toMatchObject({ actual: null, weight: null, score: null });
  });

  it('gives no line items', () => {
    const report = read(
      finalAccounts(
        STATEMENT,
        '第四部分 绩效评价',
        '自评表',
        table('一级指标|二级指标|三级指标|指标值|实际完成值', '产出指标|数量指标|经费|≥12.00万元|13.00万元'),
      ),
    );
    expect(report.lineItems).toHaveLength(3);
  });
});
