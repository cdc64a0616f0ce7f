import { boolean, decimal, integer, text } from './column.js';
import type { ColumnHead } from './column.js';
import { PLACE_COLUMNS, SOURCE_COLUMNS } from './place-columns.js';

const COORDINATES: readonly ColumnHead[] = [
  text('statement', ['The statement that it stands in.', '所在报表']),
  text('flow', [
    'REVENUE (收入) or EXPENDITURE (支出): the side, else the column; empty for balance columns.',
    '收入或支出：两侧的表看所在一侧，否则看栏；结转结余栏为空',
  ]),
  text('stage', [
    'ORIGINAL_BUDGET (年初预算数), REVISED_BUDGET (调整预算数) or OUTTURN (决算数): the figure.',
    '数字所处阶段：年初预算数、调整（全年）预算数或决算数',
  ]),
  text('fund', [
    "Whose money: the column's, else the table's; empty: the head names none.",
    '资金来源：看栏，否则看表；未写明为空',
  ]),
  text('part', [
    "Which part of it (TOTAL 合计, BASIC 基本, PROJECT 项目 …): the column's, else the table's; empty: the head names none.",
    '合计、基本支出、项目支出等：看栏，否则看表；未写明为空',
  ]),
  integer('column', [
    'One-sided tables: 栏次 as printed, else the place among the money columns from 1. Two sides or lanes: the place on each from 1. 三公 of final accounts: 1–6 budget, 7–12 outturn.',
    '栏次：单侧表照原文，未印则从 1 数金额栏；两侧（两列）的表各从 1 数；决算“三公”表 1–6 为预算数，7–12 为决算数',
  ]),
  text('column_label', [
    'The heads above the cell from top to bottom, joined by a blank.',
    '栏目标题，自上而下以空格相连',
  ]),
  text('unit_name', [
    'The unit (本级, 政务服务中心 …) in tables by unit; empty for all units.',
    '分单位的表中的单位（本级、政务服务中心等），各单位合计为空',
  ]),
];

const ROW: readonly ColumnHead[] = [
  text('classification', [
    'FUNCTIONAL (支出功能分类), ECONOMIC (支出经济分类), REVENUE or BALANCE (合计, 结转, 总计 and other rows without a code).',
    '科目所属分类：支出功能分类、支出经济分类、收入行，或合计、结转等无编码行',
  ]),
  text('account_id', ['Id of the account.', '科目的标识']),
  text('account_code', ['Code, as text; empty for rows without a code.', '科目编码（文本）；无编码的行为空']),
  text('account_name', [
    'Of the official list; as printed where there is none.',
    '科目名称：以官方科目表为准，没有的照原文',
  ]),
  text('account_level', ['CATEGORY (类), GROUP (款) or ITEM (项); empty without a code.', '类、款、项；无编码为空']),
  integer('account_edition', [
    'First fiscal year in which the code has this meaning; 2007 where no change is known.',
    '编码具有此含义的首个年度；未知有变动的为 2007',
  ]),
  text('label', ["The row's name as printed, rejoined where the page broke it.", '行名（照原文，跨行的已接回）']),
  boolean('label_uncertain', [
    'Whether the page tore the name: it is given as read.',
    '行名是否被版面打断：照读出的给出',
  ]),
  boolean('leaf', ['Whether nothing is printed below it in its table.', '表中其下是否再无明细']),
  decimal('amount', 'amount_unit', [
    'The exact printed amount, at least two decimals; 0.00 is a printed zero, an empty cell is no row.',
    '印出的金额（精确，至少两位小数）；0.00 为印出的零，空格不成行',
  ]),
  text('amount_unit', [
    'Unit of the amount: YUAN (元), WAN_YUAN (万元) or YI_YUAN (亿元), as asked for.',
    '金额单位：元、万元或亿元',
  ]),
];

export const LINE_ITEM_COLUMNS: readonly ColumnHead[] = [
  text('id', ['Id of the figure: opaque, the same on every store.', '数字的标识，各库相同']),
  ...PLACE_COLUMNS,
  ...COORDINATES,
  ...ROW,
  ...SOURCE_COLUMNS,
];
