import { describe, expect, it } from '@jest/globals';
import { factsOf, narrativeOf } from './narrative-of.js';

const FUNCTIONAL = [
  ['201', '一般公共服务支出'],
  ['20103', '政府办公厅（室）及相关机构事务'],
  ['2010301', '行政运行'],
  ['2010302', '一般行政管理事务'],
  ['20129', '群众团体事务'],
  ['2012902', '一般行政管理事务'],
  ['205', '教育支出'],
  ['210', '卫生健康支出'],
  ['21007', '计划生育事务'],
  ['2100799', '其他计划生育事务支出'],
] as const;
const ECONOMIC = [
  ['301', '工资福利支出'],
  ['302', '商品和服务支出'],
  ['30215', '会议费'],
] as const;
const read = (text: string): string[] => factsOf(text, { functional: FUNCTIONAL, economic: ECONOMIC });

describe('accounts of the narrative', () => {
  it('are named in a sentence of their own before the figures', () => {
    expect(
      read(
        '1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。\n年初预算为300.00万元，支出决算为310.50万元，完成年初预算的103.5%。决算数大于预算数的主要原因是人员增加。',
      ),
    ).toEqual([
      '2010301 AMOUNT ORIGINAL_BUDGET 300.00万元',
      '2010301 AMOUNT OUTTURN 310.50万元',
      '2010301 COMPLETION ORIGINAL_BUDGET OUTTURN 103.5%',
    ]);
  });

  it.each([
    ['一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）支出5万元。', '2010301'],
    ['（1）一般公共服务（类）政府办公厅(室)及相关机构事务(款)行政运行(项)5万元。', '2010301'],
    ['行政运行（2010301）5万元。', '2010301'],
    ['2010301行政运行5万元。', '2010301'],
    ['主要用于以下方面：教育支出5万元，占1%。', '205'],
    ['主要用于以下方面：教育（类）支出5万元，占1%。', '205'],
    ['群众团体事务（款）一般行政管理事务（项）5万元。', '2012902'],
    ['卫生健康支出（类）计划生育事务（款）其他计划生育事务（项）5万元。', '2100799'],
    ['科学技术支出（类）5万元。', '科学技术支出（类）'],
  ])('%s', (sentence, account) => {
    expect(read(sentence)[0]).toBe(`${account} AMOUNT OUTTURN 5万元`);
  });

  it('without the 款 that would tell two 项 of a name apart, the name alone is kept', () => {
    expect(read('一般行政管理事务（项）5万元。')).toEqual(['一般行政管理事务（项） AMOUNT OUTTURN 5万元']);
  });

  it('stand below the 类 and 款 that the lines above name', () => {
    expect(
      read(
        '1. 一般公共服务支出（类）\n\n（1）群众团体事务（款）\n\n一般行政管理事务（项）8万元，完成年初预算80%。预决算产生差异的主要原因是压减。\n\n（2）政府办公厅（室）及相关机构事务（款）\n\n一般行政管理事务（项）9万元。',
      ),
    ).toEqual([
      '2012902 AMOUNT OUTTURN 8万元',
      '2012902 COMPLETION ORIGINAL_BUDGET OUTTURN 80%',
      '2010302 AMOUNT OUTTURN 9万元',
    ]);
  });

  it('are economic where the sentence is about basic expenditure', () => {
    expect(
      read(
        '2020年度一般公共预算财政拨款基本支出600.00万元，其中：人员经费500.00万元，主要包括：工资福利支出480万元；公用经费100.00万元，包括商品和服务支出100万元。',
      ),
    ).toEqual([
      '一般公共预算财政拨款基本支出 AMOUNT OUTTURN 600.00万元',
      'PERSONNEL_EXPENDITURE AMOUNT OUTTURN 500.00万元',
      '301 AMOUNT OUTTURN 480万元',
      'OPERATING_EXPENDITURE AMOUNT OUTTURN 100.00万元',
      '302 AMOUNT OUTTURN 100万元',
    ]);
  });

  it('an expense of all money is not the economic account of basic expenditure', () => {
    const [fact] = narrativeOf('2020年度会议费支出5万元。', { economic: ECONOMIC }).facts;
    expect([fact?.metric, fact?.account]).toEqual(['MEETINGS', null]);
  });
});
