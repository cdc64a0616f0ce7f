import { describe, expect, it } from '@jest/globals';
import { factsOf, narrativeOf } from './narrative-of.js';

describe('totals of the narrative', () => {
  it('revenue and expenditure share a total and its change, that each of them has', () => {
    expect(
      factsOf(
        '2020年度收入总计1060.50万元，支出总计1,060.50万元。与2019年相比，收、支总计各增加60.50万元，增长6.05%，主要原因是新增信息化项目80万元。',
      ),
    ).toEqual([
      'TOTAL_REVENUE AMOUNT OUTTURN 1060.50万元',
      'TOTAL_EXPENDITURE AMOUNT OUTTURN 1060.50万元',
      'TOTAL_REVENUE CHANGE PREVIOUS_YEAR OUTTURN 60.50万元',
      'TOTAL_EXPENDITURE CHANGE PREVIOUS_YEAR OUTTURN 60.50万元',
      'TOTAL_REVENUE CHANGE_RATE PREVIOUS_YEAR OUTTURN 6.05%',
      'TOTAL_EXPENDITURE CHANGE_RATE PREVIOUS_YEAR OUTTURN 6.05%',
    ]);
  });

  it('a part has its share of the whole that the sentence began with', () => {
    expect(
      factsOf(
        '本年支出合计1303.92万元，其中：基本支出776.00万元，占59.51%；项目支出527.92万元，占40.49%；经营支出0万元。',
      ),
    ).toEqual([
      'EXPENDITURE AMOUNT OUTTURN 1303.92万元',
      'BASIC_EXPENDITURE AMOUNT OUTTURN 776.00万元',
      'BASIC_EXPENDITURE SHARE WHOLE OUTTURN 59.51%',
      'PROJECT_EXPENDITURE AMOUNT OUTTURN 527.92万元',
      'PROJECT_EXPENDITURE SHARE WHOLE OUTTURN 40.49%',
      '经营支出 AMOUNT OUTTURN 0万元',
    ]);
  });

  it('basic expenditure of one fund is not that of all', () => {
    expect(factsOf('一般公共预算财政拨款支出900万元，其中：基本支出600万元，项目支出300万元。')).toEqual([
      'GENERAL_PUBLIC_EXPENDITURE AMOUNT OUTTURN 900万元',
      '一般公共预算基本支出 AMOUNT OUTTURN 600万元',
      '一般公共预算项目支出 AMOUNT OUTTURN 300万元',
    ]);
  });

  it('revenue of a fund is not that of all, though only the first figure names the fund', () => {
    expect(
      factsOf('政府性基金预算财政拨款年初结转和结余10万元，本年收入50万元，本年支出40万元，年末结转和结余20万元。'),
    ).toEqual([
      '政府性基金本年收入 AMOUNT OUTTURN 50万元',
      '政府性基金本年支出 AMOUNT OUTTURN 40万元',
      '政府性基金年末结转和结余 AMOUNT OUTTURN 20万元',
    ]);
  });

  it('a year and a budget that a clause names are the figure’s own', () => {
    expect(
      factsOf(
        '财政拨款收入年初预算数为10万元，全年预算数为9万元，2020年决算数为8万元，完成年初预算的80%，完成全年预算的88.9%。',
      ),
    ).toEqual([
      'APPROPRIATION_REVENUE AMOUNT ORIGINAL_BUDGET 10万元',
      'APPROPRIATION_REVENUE AMOUNT REVISED_BUDGET 9万元',
      'APPROPRIATION_REVENUE AMOUNT OUTTURN 8万元',
      'APPROPRIATION_REVENUE COMPLETION ORIGINAL_BUDGET OUTTURN 80%',
      'APPROPRIATION_REVENUE COMPLETION REVISED_BUDGET OUTTURN 88.9%',
    ]);
  });

  it.each([
    ['财政拨款收入900万元，比上年决算数减少103.95万元，下降10.35%', 'CHANGE PREVIOUS_YEAR OUTTURN -103.95万元'],
    ['财政拨款收入900万元，较上年减少103.95万元', 'CHANGE PREVIOUS_YEAR OUTTURN -103.95万元'],
    ['财政拨款收入900万元，较2019年度决算数增加3万元', 'CHANGE PREVIOUS_YEAR OUTTURN 3万元'],
    ['财政拨款收入900万元，同比增加3万元', 'CHANGE PREVIOUS_YEAR OUTTURN 3万元'],
    ['财政拨款收入900万元，与去年同期相比，压减3万元', 'CHANGE PREVIOUS_YEAR OUTTURN -3万元'],
    ['财政拨款收入900万元，比年初预算多3万元', 'CHANGE ORIGINAL_BUDGET OUTTURN 3万元'],
    ['财政拨款收入900万元，与调整预算数相比减少3万元', 'CHANGE REVISED_BUDGET OUTTURN -3万元'],
    ['财政拨款收入900万元，比年初预算数增加3.5万元', 'CHANGE ORIGINAL_BUDGET OUTTURN 3.5万元'],
    ['财政拨款收入900万元，完成年初预算的110.5%', 'COMPLETION ORIGINAL_BUDGET OUTTURN 110.5%'],
    ['财政拨款收入900万元，为年初预算的110.5%', 'COMPLETION ORIGINAL_BUDGET OUTTURN 110.5%'],
    ['财政拨款收入900万元，完成全年预算的99%', 'COMPLETION REVISED_BUDGET OUTTURN 99%'],
    ['财政拨款收入900万元，完成预算的99%', 'COMPLETION OUTTURN 99%'],
    ['财政拨款收入900万元，预算完成率为99%', 'COMPLETION OUTTURN 99%'],
  ])('says what it is held against: %s', (sentence, fact) => {
    expect(factsOf(`${sentence}。`)[1]).toBe(`APPROPRIATION_REVENUE ${fact}`);
  });

  it('a budget says how much it changed on the budget before', () => {
    const text = '2022年收入预算1060.50万元，比2021年减少60.50万元，下降5.4%，主要原因是压减；支出预算1060.50万元，比上年减少60.50万元。';
    expect(factsOf(text, { kind: 'BUDGET', year: 2022 })).toEqual([
      'TOTAL_REVENUE AMOUNT ORIGINAL_BUDGET 1060.50万元',
      'TOTAL_REVENUE CHANGE PREVIOUS_YEAR ORIGINAL_BUDGET -60.50万元',
      'TOTAL_REVENUE CHANGE_RATE PREVIOUS_YEAR ORIGINAL_BUDGET -5.4%',
      'TOTAL_EXPENDITURE AMOUNT ORIGINAL_BUDGET 1060.50万元',
      'TOTAL_EXPENDITURE CHANGE PREVIOUS_YEAR ORIGINAL_BUDGET -60.50万元',
    ]);
  }); // prettier-ignore

  it('a figure of another year is about that year', () => {
    expect(factsOf('2019年度本年支出合计800万元。')).toEqual(['EXPENDITURE AMOUNT OUTTURN 2019 800万元']);
  });

  it('names what the number is and where it stands, and not the sentence', () => {
    const text = '四、其他重要事项的情况说明\n\n（一）机关运行经费支出情况\n\n2020年本部门机关运行经费支出30.13万元，比年初预算\n\n数减少2.27万元，降低7.0%。';
    const { facts } = narrativeOf(text);
    expect(facts.map(({ source }) => [source.line, source.section, source.table, source.text])).toEqual([
      [5, '（一）机关运行经费支出情况', null, '2020年本部门机关运行经费支出30.13万元'],
      [7, '（一）机关运行经费支出情况', null, '比年初预算数减少2.27万元'],
      [7, '（一）机关运行经费支出情况', null, '降低7.0%'],
    ]);
  }); // prettier-ignore
});

describe('what is left out', () => {
  it.each([
    ['a reason', '主要原因是项目支出增加200万元，基本支出减少20万元。'],
    ['the share of a reason', '本年支出合计因疫情减少，其中防疫物资占20%。'],
    ['a body that is another', '武汉市江岸区示范服务中心2020年度收入总计300万元，支出总计300万元。'],
    ['a subject that is unknown', '城市更新专项300万元，比上年增加20万元，增长7.1%。'],
    ['a year before that is none', '2020年度收入总计因故比2015年增加20万元。'],
    ['a number that a blank tears', '本年支出合计13 03.92万元。'],
    ['a threshold', '本部门无单价50万元以上的通用设备。'],
    ['a change held against nothing', '本年支出增加20万元，增长5%。'],
    ['a minus sign under a word that means one', '本年支出比上年减少-20万元。'],
    ['the figure that it is held against', '与2019年决算数900万元相比，增加100万元，增长11.1%。'],
    ['a sum of names', '一般公共服务（类）、教育支出（类）共100万元。'],
    ['a total of which it is not said whether balances count', '2020年支出总额950万元。'],
    ['points of a rate', '比上年提高3.2个百分点。'],
  ])('%s', (_, sentence) => {
    expect(factsOf(sentence)).toEqual([]);
  });

  it('what follows an unknown subject is not about the one before', () => {
    expect(factsOf('三公经费支出5万元，信息化项目300万元，比上年增加20万元，增长7.1%。')).toEqual([
      'THREE_OFFICIAL_EXPENSES AMOUNT OUTTURN 5万元',
    ]);
  });

  it('a reason ends with its semicolon', () => {
    expect(
      factsOf('基本支出5万元，比上年增加1万元，主要原因：一是人员增加2万元；二是公用经费增加1万元；项目支出7万元。'),
    ).toEqual([
      'BASIC_EXPENDITURE AMOUNT OUTTURN 5万元',
      'BASIC_EXPENDITURE CHANGE PREVIOUS_YEAR OUTTURN 1万元',
      'PROJECT_EXPENDITURE AMOUNT OUTTURN 7万元',
    ]);
  });

  it.each(['第一部分 部门概况', '第四部分 名词解释', '第三部分 预算绩效管理情况', '一、主要职责'])(
    'everything below “%s”',
    (heading) => {
      expect(factsOf(`${heading}\n\n本年支出合计5万元。`)).toEqual([]);
    },
  );
});
