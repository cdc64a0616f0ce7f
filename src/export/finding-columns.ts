import { decimal, text } from './column.js';
import type { ColumnHead } from './column.js';
import { PLACE_COLUMNS, SOURCE_COLUMNS } from './place-columns.js';

const RULE: readonly ColumnHead[] = [
  text('rule', ['Id of the rule, stable.', '勾稽规则的标识，固定不变']),
  text('rule_kind', [
    'What it joins: ROW, TREE, TABLE, CROSS_TABLE, CROSS_CLASSIFICATION, NARRATIVE, INDICATOR or TEMPLATE_TEXT.',
    '规则种类：行内、科目树、表内、表间、跨分类、正文、绩效指标、模板文字',
  ]),
  text('rule_title', ['The identity, in the words of the statements.', '勾稽关系（用报表中的说法）']),
  text('statement', [
    'Whose figure is held against the others; empty: the text, or points.',
    '被核对的数所在的报表；正文或绩效分数为空',
  ]),
];

const RESULT: readonly ColumnHead[] = [
  text('outcome', [
    'EXACT, ROUNDING (within what rounding may hide), BROKEN or NOT_EVALUABLE (a term is not there).',
    '结果：相符、在四舍五入之内、不符，或缺项无法核对',
  ]),
  text('message', ['The figures: what was expected and what came.', '说明：应为多少、印出多少']),
  decimal('expected', 'unit', ['Computed; empty: not evaluable.', '计算所得；无法核对为空']),
  decimal('actual', 'unit', ['Printed; empty: not evaluable.', '印出的数；无法核对为空']),
  decimal('difference', 'unit', [
    'expected - actual: the parts less the printed whole; empty: not evaluable.',
    '应为数减印出数（各部分之和减合计）；无法核对为空',
  ]),
  decimal('tolerance', 'unit', [
    'What rounding may hide; empty: not evaluable.',
    '四舍五入可能造成的差额；无法核对为空',
  ]),
  text('unit', ['Of the four: WAN_YUAN, PERCENT, POINTS or COUNT.', '以上四项的单位：万元、百分比、分或个数']),
  text('line_item_ids', [
    'The figures that it joins, the whole first (`id` of line-items), joined by `;`; empty: none.',
    '所涉报表数字的标识（line-items 的 id），合计在前，以分号相连；没有为空',
  ]),
  text('fact_ids', [
    'The numbers of the text that it joins (`id` of facts), joined by `;`; empty: none.',
    '所涉正文数字的标识（facts 的 id），以分号相连；没有为空',
  ]),
];

export const FINDING_COLUMNS: readonly ColumnHead[] = [
  text('id', ['Id of the finding: opaque, the same on every store.', '核对结果的标识，各库相同']),
  ...PLACE_COLUMNS,
  ...RULE,
  ...RESULT,
  ...SOURCE_COLUMNS,
];
