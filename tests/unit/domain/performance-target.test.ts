import { describe, expect, it } from '@jest/globals';
import { measureIndicator } from '../../../src/domain/performance-measures.js';
import { readActual, readTarget } from '../../../src/domain/performance-target.js';

const say = (text: string): string | null => {
  const target = readTarget(text);
  return target && [target.operator, target.value, ...(target.unit === null ? [] : [target.unit])].join(' ');
};

describe('a target', () => {
  it.each([
    ['≥95%', 'AT_LEAST 95 %'],
    ['＞＝95％', 'AT_LEAST 95 %'],
    ['≧ 99. 5 %', 'AT_LEAST 99.5 %'],
    ['$\\geq 95\\%$', 'AT_LEAST 95 %'],
    ['不低于95%', 'AT_LEAST 95 %'],
    ['不少于1,000件', 'AT_LEAST 1000 件'],
    ['不得少于12次', 'AT_LEAST 12 次'],
    ['至少3家', 'AT_LEAST 3 家'],
    ['大于等于80', 'AT_LEAST 80'],
    ['大于或等于80分', 'AT_LEAST 80 分'],
    ['90%以上', 'AT_LEAST 90 %'],
    ['90%或以上', 'AT_LEAST 90 %'],
    ['90%及以上', 'AT_LEAST 90 %'],
    ['90%（含）以上', 'AT_LEAST 90 %'],
    ['达到95%以上', 'AT_LEAST 95 %'],
    ['达到800Mbps', 'AT_LEAST 800 Mbps'],
    ['≤15分钟', 'AT_MOST 15 分钟'],
    ['不超过5万元', 'AT_MOST 5 万元'],
    ['不高于3％', 'AT_MOST 3 %'],
    ['不多于2起', 'AT_MOST 2 起'],
    ['3个工作日内', 'AT_MOST 3 个工作日'],
    ['5天以内', 'AT_MOST 5 天'],
    ['控制在5%以内', 'AT_MOST 5 %'],
    ['10万元以下', 'AT_MOST 10 万元'],
    ['＞90%', 'MORE_THAN 90 %'],
    ['大于90%', 'MORE_THAN 90 %'],
    ['超过200人次', 'MORE_THAN 200 人次'],
    ['﹤1%', 'LESS_THAN 1 %'],
    ['小于24小时', 'LESS_THAN 24 小时'],
    ['=100%', 'EQUAL 100 %'],
    ['等于4次/年', 'EQUAL 4 次/年'],
    ['100%', 'EQUAL 100 %'],
    ['100.00 %', 'EQUAL 100.00 %'],
    ['12, 282. 97万元', 'EQUAL 12282.97 万元'],
    ['2000', 'EQUAL 2000'],
    ['100%完成', 'EQUAL 100 %'],
    ['完成12场', 'EQUAL 12 场'],
    ['群众满意度≥90%', 'AT_LEAST 90 %'],
    ['覆盖率达到100%', 'AT_LEAST 100 %'],
    ['合格率100%', 'EQUAL 100 %'],
    ['95%。', 'EQUAL 95 %'],
  ])('%s is %s', (text, read) => expect(say(text)).toBe(read));

  it.each([
    ...[
      '完成',
      '有效提升',
      '优',
      '90%-95%',
      '90%～95%',
      '3/4',
      '约95%',
      '95%左右',
      '2020年',
      '2020年12月底前',
      '12月',
      '31日',
    ],
    ...[
      '第1名',
      '比上年增长10%',
      '增长率较上年提高5个百分点',
      '≥90%且≤95%',
      '100%；3次',
      '705 00',
      '12,34件',
      '',
      '≥',
      '三次',
      '1级',
    ],
    ...['不少于95%以内', '1. 推进共享；2. 完成12场', '每季度3次', '提高20%'],
  ])('%s is a text, not a number', (text) => expect(say(text)).toBeNull());
});

describe('an outcome', () => {
  const actual = (text: string, name: string | null = null): string | null => {
    const read = readActual(text, '%', name);
    return read && [read.operator, read.value, read.unit].join(' ');
  };

  it('that was reached is the number itself, of 以上 the bound', () => {
    expect(actual('达到98%')).toBe('EQUAL 98 %');
    expect(actual('实际完成98%')).toBe('EQUAL 98 %');
    expect(actual('99. 99%')).toBe('EQUAL 99.99 %');
    expect(actual('达到90%以上')).toBe('AT_LEAST 90 %');
  });

  it('in a sentence is the number behind the last words of the name', () => {
    const text = '及时率=及时量/总量*100%。2020年度应转派工单总量2116112条,及时转派2115813条,工单转派及时率99.99%。';
    expect(actual(text, '热线工单转派及时率')).toBe('EQUAL 99.99 %');
    expect(actual('共召开91场；共涉及752个项目，完成率100%。', '专家评审会按期完成率')).toBe('EQUAL 100 %');
    expect(actual('已检查479家,30多项信息,检查率为100%。', '机构进驻检查率(%)')).toBe('EQUAL 100 %');
    expect(actual('项目的 90%以上达到提速，均在时限内', '项目数占总数的比例')).toBeNull();
    expect(actual('甲项目完成率90%，乙项目完成率95%。', '项目完成率')).toBeNull();
    expect(actual('满意度较上年提高5%', '服务对象满意度')).toBeNull();
    expect(actual('完成率100%', null)).toBeNull();
  });
});

describe('an indicator', () => {
  const measure = (target: string | null, actual: string | null, name = '办结率', level2: string | null = null) => {
    const { met, completion } = measureIndicator({ level2, name, inferredName: null, target, actual });
    return [met, completion];
  };

  it('compares exact decimals: 99.9% against 100% is not met', () => {
    expect(measure('100%', '99.9%')).toEqual([false, '0.999']);
    expect(measure('100%', '99.99%')).toEqual([false, '0.9999']);
    expect(measure('100%', '100.00%')).toEqual([true, '1']);
    expect(measure('≥95%', '95.2%')).toEqual([true, '1.00210526']);
    expect(measure('≥95%', '94.9999999999999999999%')[0]).toBe(false);
    expect(measure('＞95%', '95%')).toEqual([false, '1']);
    expect(measure('=12场', '13场')).toEqual([false, '1.08333333']);
  });

  it('is met at most at its ceiling, and completed the more the less it is', () => {
    expect(measure('≤15分钟', '12分钟')).toEqual([true, '1.25']);
    expect(measure('≤15分钟', '16分钟')).toEqual([false, '0.9375']);
    expect(measure('＜15分钟', '15分钟')).toEqual([false, '1']);
    expect(measure('≤3起', '0起')).toEqual([true, null]);
  });

  it('with a plain number is met by passing it, unless less may be better', () => {
    expect(measure('100次', '105次')).toEqual([true, '1.05']);
    expect(measure('100次', '95次')).toEqual([false, '0.95']);
    expect(measure('5个工作日', '3个工作日')).toEqual([null, null]);
    expect(measure('5个工作日', '5个工作日')).toEqual([true, '1']);
    expect(measure('12万元', '10万元', '采购', '成本指标')).toEqual([null, null]);
    expect(measure('5%', '3%', '差错率')).toEqual([null, null]);
    expect(measure('0次', '3次', '事件')).toEqual([false, null]);
  });

  it('of two units is not judged', () => {
    expect(measure('100%', '100')).toEqual([null, null]);
    expect(measure('5天', '5个工作日')).toEqual([null, null]);
    expect(measure('2万人', '20000人')).toEqual([null, null]);
    expect(measure('≥2000', '2148次')).toEqual([true, '1.074']);
    expect(measure('≥2000', '2148', '审查次数(次)')).toEqual([true, '1.074']);
    expect(measure('100', '100%', '整改完成率(%)')).toEqual([true, '1']);
  });

  it('whose outcome is a bound is met where the bound is enough', () => {
    expect(measure('≥90%', '90%以上')).toEqual([true, null]);
    expect(measure('≥95%', '90%以上')).toEqual([null, null]);
    expect(measure('＞90%', '90%以上')).toEqual([null, null]);
    expect(measure('≤5天', '5天以内')).toEqual([true, null]);
  });

  it('in words is met or missed only where the outcome says so', () => {
    for (const text of ['完成', '已完成', '全部按时完成。', '达到预期目标', '达标', '该指标按年初目标完成,配置293个'])
      expect([text, ...measure('有效提升', text)]).toEqual([text, true, null]);
    for (const text of ['未完成', '未达到预期目标', '尚未完成'])
      expect([text, ...measure('有效提升', text)]).toEqual([text, false, null]);
    for (const text of [
      '基本完成',
      '正在完成',
      '有效提升',
      '部分完成',
      '计划2021年完成',
      '已完成，但第二项未达标',
      '',
      '98%',
    ])
      expect([text, ...measure('有效提升', text)]).toEqual([text, null, null]);
    expect(measure('有效提升', null)).toEqual([null, null]);
    expect(measure(null, '98%')).toEqual([null, null]);
  });
});
