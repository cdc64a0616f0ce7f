import { decimal, integer, text } from './column.js';
import type { ColumnHead } from './column.js';
import { PLACE_COLUMNS, SOURCE_COLUMNS } from './place-columns.js';

const SUBJECT: readonly ColumnHead[] = [
  text('metric', ['The metric that it is about; empty: none.', '所说的指标（指标键），不是指标为空']),
  text('account_id', ['Id of the account that it names; empty: none.', '所说科目的标识，未提科目为空']),
  text('account_code', ['Code of that account, as text; empty: none.', '该科目的编码（文本），没有为空']),
  text('label', ['What the text calls it.', '正文中的称呼']),
  text('fact_kind', [
    'What the number says: AMOUNT, CHANGE, CHANGE_RATE, COMPLETION, SHARE or COUNT.',
    '数字的含义：金额、增减额、增减率、完成率、占比或数量',
  ]),
  text('base', [
    'What a change or rate is held against, as the text says; empty: it names none.',
    '增减、比率所对照的基数（照正文），未写明为空',
  ]),
  text('stage', ['ORIGINAL_BUDGET, REVISED_BUDGET or OUTTURN; empty: neither is said.', '数字所处阶段，未写明为空']),
  integer('fact_year', [
    'Fiscal year that the number is about; `year` is that of the document.',
    '数字所属财政年度；year 为文件的年度',
  ]),
  decimal('value', 'value_unit', ['As printed; a decrease is negative.', '印出的数，减少为负']),
  text('value_unit', ['As printed: 万元, %, 辆.', '单位（照原文）']),
];

export const FACT_COLUMNS: readonly ColumnHead[] = [
  text('id', ['Id of the number: opaque, the same on every store.', '正文数字的标识，各库相同']),
  ...PLACE_COLUMNS,
  ...SUBJECT,
  ...SOURCE_COLUMNS,
];
