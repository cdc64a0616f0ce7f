import { describe, expect, it } from '@jest/globals';
import { budget, finalAccounts, general, read, table } from './small-report.js';

const STATEMENT = general('|合计|9.00|5.00|4.00');
const evaluations = (...texts: string[]): ReturnType<typeof read>['evaluations'] =>
  read(finalAccounts(STATEMENT, '第四部分 绩效评价', ...texts)).evaluations;
const HEADS = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施';

describe('a project table', () => {
  const [evaluation] = evaluations(
    '项目支出绩效自评表',
    table(
      '项目名称|水质监测项目',
      '项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
      '|年度资金总额|120.00|100.00|98.50|10|98.50%|9.85',
      '|其中：当年财政拨款|120.00|100.00|98.50|-|98.50%|-',
      '年度总体目标|预期目标|实际完成情况',
      HEADS,
      '产出指标|数量指标|监测次数|≥12次|12次|40|40|',
      '|质量指标|数据合格率|95%以上|96%|20|20|',
      '效益指标|社会效益|水质|明显改善|明显改善|30|29|',
      HEADS,
      '满意度指标|服务对象满意度|群众满意度|不低于90%|95%|10|10|',
      '总分|100|98.85',
      '说明|无',
    ),
  );

  it('gives its money, the budget that the rate is of, and the points for spending it', () => {
    expect(evaluation).toMatchObject({ scope: 'PROJECT', name: '水质监测项目', evaluator: 'SELF' });
    expect(evaluation).toMatchObject({ weight: '100', score: '98.85', executionBase: 'REVISED_BUDGET' });
    expect(evaluation?.amounts).toEqual([
      { stage: 'ORIGINAL_BUDGET', decimal: '120.00', unit: 'WAN_YUAN' },
      { stage: 'REVISED_BUDGET', decimal: '100.00', unit: 'WAN_YUAN' },
      { stage: 'OUTTURN', decimal: '98.50', unit: 'WAN_YUAN' },
    ]);
    expect(evaluation?.indicators[0]).toMatchObject({
      ...{ name: '执行率', target: null, actual: '98.50%', weight: '10', score: '9.85' },
    });
  });

  it('gives targets in words too, and no rows of totals, repeated heads or remarks', () => {
    expect(evaluation?.indicators.map(({ level1, level2, name, target }) => [level1, level2, name, target])).toEqual([
      [null, null, '执行率', null],
      ['产出指标', '数量指标', '监测次数', '≥12次'],
      ['产出指标', '质量指标', '数据合格率', '95%以上'],
      ['效益指标', '社会效益', '水质', '明显改善'],
      ['满意度指标', '服务对象满意度', '群众满意度', '不低于90%'],
    ]);
  });
});

it('a row whose name the page lost has the name that its outcome defines, marked as inferred', () => {
  const [evaluation] = evaluations(
    '部门整体支出绩效自评表',
    table(
      '关键指标|预期实现值|指标完成情况',
      '|≥95%|接通率=总接通数/总呼入数*100%。总呼入数为200条，接通率95.20%。',
      '|≥95%|完成情况良好，达到100%。',
    ),
  );
  expect(evaluation?.indicators.map(({ name, inferredName }) => [name, inferredName])).toEqual([
    [null, '接通率'],
    [null, null],
  ]);
});

describe('running text', () => {
  it('of a report about a project gives its money and the indicators whose target is a number', () => {
    const [evaluation] = evaluations(
      '1. 供水管网维护项目绩效评价报告',
      '①项目资金情况。本项目2019年年初预算263万元，2019年实际安排预算262.94万元。2019年实际支付金额总计262.94万元，预算执行率为99.98%。',
      '②项目绩效目标完成情况。一是，管网完好率指标，年初指标值是95%或以上。该指标按年初目标完成，管网完好率98.5%。',
      '二是，服务质量指标，年初指标值是服务质量提高。该指标按年初目标完成。',
      '三是，抢修及时率，年初指标值是100%。该指标按年初目标完成，抢修293次。',
    );
    expect(evaluation).toMatchObject({ scope: 'PROJECT', name: '供水管网维护项目', executionBase: 'ORIGINAL_BUDGET' });
    expect(evaluation?.amounts.map(({ stage, decimal }) => [stage, decimal])).toEqual([
      ['ORIGINAL_BUDGET', '263'],
      ['REVISED_BUDGET', '262.94'],
      ['OUTTURN', '262.94'],
    ]);
    expect(evaluation?.indicators.map(({ name, target, actual }) => [name, target, actual])).toEqual([
      ['管网完好率', '95%或以上', '管网完好率98.5%'],
      ['抢修及时率', '100%', '该指标按年初目标完成'],
    ]);
  });

  it('that sums up an evaluation gives its score and its money, and nothing of the next section', () => {
    const found = evaluations(
      '其中，节水宣传项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为98.5分。项目全年预算数为10.00万元，执行数为9.00万元，完成预算的90.0%。',
      '防洪演练项目绩效自评综述：根据年初设定的绩效目标，取得成效。',
      '（三）以部门为主体开展的项目绩效评价报告。',
      '年初预算安排38万元，项目绩效自评综述：自评得分为77分。',
    );
    expect(found.map(({ name, score, amounts }) => [name, score, ...amounts.map(({ decimal }) => decimal)])).toEqual([
      ['节水宣传项目', '98.5', '10.00', '9.00'],
    ]);
  });
});

it('goals of a budget’s projects are those that can be counted, not assessed', () => {
  const heads = '支出项目类别（资金使用单位）|总计|财政拨款|||财政专户拨款|其他资金|绩效目标';
  const { evaluations: goals } = read(
    budget(
      '部门预算项目支出及其他支出预算表',
      '单位：万元',
      table(
        heads,
        '||合计|一般公共预算|政府性基金预算|||',
        '合计|30.00|30.00|30.00|0.00|0.00|0.00|',
        '水务局本级|30.00|30.00|30.00|0.00|0.00|0.00|',
        '巡查经费|20.00|20.00|20.00|0.00|0.00|0.00|拟完成250次河道巡查。群众满意度达到95%以上，目前已建成8个站点。',
        '宣传经费|10.00|10.00|10.00|0.00|0.00|0.00|提高节水意识。',
      ),
    ),
  );
  expect(goals.map(({ name, evaluator, amounts }) => [name, evaluator, amounts[0]?.decimal])).toEqual([
    ['巡查经费', null, '20.00'],
  ]);
  expect(goals[0]?.indicators.map(({ name, target, actual }) => [name, target, actual])).toEqual([
    ['河道巡查', '250次', null],
    ['群众满意度', '达到95%以上', null],
  ]);
});
