import type { StoredEvaluation, StoredIndicator } from '../domain/records.js';
import { boolean, decimal, text } from './column.js';
import type { Column } from './column.js';
import { PLACE_COLUMNS, SOURCE_COLUMNS } from './place-columns.js';
import type { Sourced } from './place-columns.js';

/** A row of a performance table with the evaluation that it is part of. */
export interface ExportedIndicator extends Sourced {
  readonly indicator: StoredIndicator;
  readonly evaluation: StoredEvaluation;
}

const EVALUATION: readonly Column<ExportedIndicator>[] = [
  text('evaluation_id', ['Id of the evaluation.', '绩效评价的标识'], ({ evaluation }) => evaluation.id),
  text(
    'evaluation_scope',
    ['DEPARTMENT (部门整体), PROJECT (项目) or TASK (任务): what it is about.', '评价对象：部门整体、项目或任务'],
    ({ evaluation }) => evaluation.scope,
  ),
  text(
    'evaluation_name',
    [
      'Of the project or task; empty for a department, or where the page lost it.',
      '项目或任务名称；部门整体评价或原文缺失为空',
    ],
    ({ evaluation }) => evaluation.name,
  ),
  text(
    'evaluator',
    ['SELF (自评), THIRD_PARTY or FINANCE_BUREAU; empty: goals, not assessed.', '评价主体；仅有目标、未评价为空'],
    ({ evaluation }) => evaluation.evaluator,
  ),
  decimal(
    'evaluation_weight',
    'points',
    ['Printed total weight of the evaluation; empty: not printed.', '评价的总权重（照原文），未印为空'],
    ({ evaluation }) => evaluation.weight,
  ),
  decimal(
    'evaluation_score',
    'points',
    ['Printed total score of the evaluation; empty: not printed.', '评价的总得分（照原文），未印为空'],
    ({ evaluation }) => evaluation.score,
  ),
];

const INDICATOR: readonly Column<ExportedIndicator>[] = [
  text(
    'level1',
    ['First level (产出指标, 效益指标 …) as printed; empty: not printed.', '一级指标（照原文），未印为空'],
    ({ indicator }) => indicator.level1,
  ),
  text(
    'level2',
    ['Second level (数量指标, 质量指标 …) as printed; empty: not printed.', '二级指标（照原文），未印为空'],
    ({ indicator }) => indicator.level2,
  ),
  text(
    'name',
    ['As printed; empty: the page lost it.', '指标名称（照原文），原文缺失为空'],
    ({ indicator }) => indicator.name,
  ),
  text(
    'target',
    ['Target as printed; empty: not printed.', '目标值（照原文），未印为空'],
    ({ indicator }) => indicator.target,
  ),
  text(
    'actual',
    ['What was reached, as printed; empty: not printed.', '实际完成值（照原文），未印为空'],
    ({ indicator }) => indicator.actual,
  ),
  text(
    'inferred_name',
    [
      'What another text says that a lost name is; empty: a name is printed, or none can be told.',
      '由他处文字推定的名称；已印名称或无法推定为空',
    ],
    ({ indicator }) => indicator.inferredName,
  ),
  text(
    'operator',
    [
      'AT_LEAST (≥), AT_MOST (≤), EQUAL (= or no sign), MORE_THAN (>), LESS_THAN (<): what the outcome is to be to the target; empty: no number.',
      '完成值与目标值应有的关系；目标非数字为空',
    ],
    ({ indicator }) => indicator.operator,
  ),
  decimal(
    'target_value',
    'value_unit',
    ['The number of the target, in the unit of `value_unit`; empty: no number.', '目标值中的数字；非数字为空'],
    ({ indicator }) => indicator.targetValue,
  ),
  decimal(
    'actual_value',
    'value_unit',
    [
      'The number that was reached, in the unit of `value_unit`; empty: no number of that unit.',
      '完成值中的数字；没有同单位的数字为空',
    ],
    ({ indicator }) => indicator.actualValue,
  ),
  text(
    'value_unit',
    ['Unit of both numbers as printed; empty: none is printed.', '上述数字的单位（照原文），未印为空'],
    ({ indicator }) => indicator.valueUnit,
  ),
  boolean(
    'met',
    ['Whether the target was met; empty: the texts do not tell.', '目标是否完成；原文无法判断为空'],
    ({ indicator }) => indicator.met,
  ),
  decimal(
    'completion',
    'RATIO',
    [
      'Outcome over target, of a ceiling target over outcome; empty: one of them is no exact number.',
      '完成率：完成值÷目标值，上限类为目标值÷完成值；无确切数字为空',
    ],
    ({ indicator }) => indicator.completion,
  ),
  decimal(
    'weight',
    'points',
    ['Printed weight; empty: not printed.', '权重（照原文），未印为空'],
    ({ indicator }) => indicator.weight,
  ),
  decimal(
    'score',
    'points',
    ['Printed score; empty: not printed.', '得分（照原文），未印为空'],
    ({ indicator }) => indicator.score,
  ),
];

export const INDICATOR_COLUMNS: readonly Column<ExportedIndicator>[] = [
  text(
    'id',
    ['Id of the row: opaque, the same on every store.', '指标的标识，各库相同'],
    ({ indicator }) => indicator.id,
  ),
  ...PLACE_COLUMNS,
  ...EVALUATION,
  ...INDICATOR,
  ...SOURCE_COLUMNS,
];
