import { RULES } from '../../../src/reconcile/rules.js';
import { sayFinding } from '../../../src/reconcile/say-finding.js';
import type { KeptFinding } from '../../../src/reconcile/say-finding.js';

function said(id: string, kept: Partial<KeptFinding>): string {
  const rule = RULES.find((own) => own.id === id);
  if (!rule) throw new Error(`expected a rule, got ${id}`);
  const figures = { expected: '9414.36', actual: '9929.37', difference: '-515.01', tolerance: '0.025' };
  const outcome = 'BROKEN';
  return sayFinding({ ...figures, unit: 'WAN_YUAN', figure: null, text: '', rule, outcome, ...kept });
}

test.each([
  [
    'a row that is more than what is below it',
    said('EXPENDITURE.TREE', { figure: '政府办公厅·合计' }),
    '核对规则：支出表：合计 ≈ Σ 类，类 ≈ Σ 款，款 ≈ Σ 项。“政府办公厅·合计”印为9929.37万元，计算得9414.36万元，多515.01万元，不符',
  ],
  [
    'a row that is less, within rounding',
    said('REVENUE.ROW', {
      ...{ outcome: 'ROUNDING', expected: '10.00', actual: '9.99', difference: '0.01', tolerance: '0.015' },
      figure: '合计',
    }),
    '核对规则：收入表：本年收入合计 ≈ 财政拨款收入 + 上级补助收入 + 事业收入 + 经营收入 + 附属单位上缴收入 + 其他收入。“合计”印为9.99万元，计算得10.00万元，少0.01万元，在尾差0.015万元以内',
  ],
  [
    'one that holds to the last digit',
    said('EXPENDITURE.SUMMARY', { outcome: 'EXACT', expected: '10.00', actual: '10.00', difference: '0.00' }),
    '核对规则：本年支出合计：支出表 合计 = 收支总表。印为10.00万元，计算得10.00万元，相符',
  ],
  [
    'a part of a whole',
    said('THREE_OFFICIAL_EXPENSES.HOSPITALITY', {
      ...{ outcome: 'EXACT', expected: '1.00', actual: '3.00', difference: '-2.00' },
    }),
    '核对规则：公务接待费：三公经费表 ≥ 基本支出表 30217。印为3.00万元，计算得1.00万元，成立',
  ],
  [
    'a printed rate',
    said('NARRATIVE.CHANGE_RATE', {
      ...{ expected: '14.82', actual: '15.0', difference: '-0.18', tolerance: '0.05', unit: 'PERCENT' },
      figure: '基本支出',
    }),
    '核对规则：增减率 = 增减额 ÷（金额 - 增减额），均出自同一句。“基本支出”印为15.0%，计算得14.82%，多0.18个百分点，不符',
  ],
  [
    'points',
    said('INDICATOR.WEIGHTS', {
      ...{ expected: '99', actual: '100', difference: '-1', tolerance: '0', unit: 'POINTS' },
    }),
    '核对规则：一项评价的各指标权重之和 = 总权重或100。印为100分，计算得99分，多1分，不符',
  ],
  [
    'what could not be evaluated',
    said('INDICATOR.SCORES', {
      ...{ outcome: 'NOT_EVALUABLE', expected: null, actual: null, difference: null, tolerance: null },
    }),
    '核对规则：一项评价的各指标得分之和 = 总得分。所需的数缺失、无法辨认或基数为零，未能核对',
  ],
  [
    'text of the template',
    said('TEMPLATE_TEXT', { text: '增加（减少）XX万元' }),
    '模板文字未填写：“增加（减少）XX万元”',
  ],
  ['no such text', said('TEMPLATE_TEXT', { outcome: 'EXACT' }), '没有未填写的模板文字'],
])('%s', (_, sentence, expected) => {
  expect(sentence).toBe(expected);
});

test('the Chinese title of every rule is all Chinese, with the figures of the other', () => {
  const numbersOf = (title: string): string[] => [...new Set(title.match(/\d{3,}/g) ?? [])].sort();
  for (const { id, title, titleZh } of RULES) {
    expect([id, titleZh]).toEqual([id, expect.stringMatching(/^[^A-Za-z:,;]*[\u4e00-\u9fff][^A-Za-z:,;]*$/)]);
    expect([id, numbersOf(titleZh)]).toEqual([id, numbersOf(title)]);
  }
});
