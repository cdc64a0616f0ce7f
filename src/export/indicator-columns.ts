import type { StoredEvaluation, StoredIndicator } from '../domain/records.js';
import { decimal, text } from './column.js';
import type { Column } from './column.js';
import { PLACE_COLUMNS, makeSourceColumns } from './place-columns.js';
import type { Place } from './place-columns.js';

/** A row of a performance table with the evaluation that it is part of. */
export interface ExportedIndicator extends Place {
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
  ...makeSourceColumns<ExportedIndicator>((row) => row.indicator.source),
];
