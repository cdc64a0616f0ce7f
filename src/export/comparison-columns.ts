import type { Verdict } from '../domain/closed-lists.js';
import type { ComparedCell } from '../domain/compared-cell.js';
import type { Department, District } from '../domain/records.js';
import { decimal, integer, joinTexts, text } from './column.js';
import type { Column } from './column.js';

/** A cell of an answer, with what the answer says as a whole. */
export interface ExportedCell {
  readonly cell: ComparedCell;
  readonly district: District;
  readonly department: Department | null;
  readonly comparisonId: string;
  readonly releaseId: string;
  readonly verdict: Verdict;
}

const ANSWER: readonly Column<ExportedCell>[] = [
  text(
    'comparison_id',
    ['Id of the question: the same question has the same id.', '问题的标识，同一问题标识相同'],
    ({ comparisonId }) => comparisonId,
  ),
  text('release', ['The release that it was computed from.', '计算所依据的数据版本'], ({ releaseId }) => releaseId),
  text(
    'verdict',
    [
      'COMPARABLE, WITH_WARNINGS or NOT_COMPARABLE: of the whole comparison, the worst of its pairs.',
      '整个比较的结论：可比、附警示或不可比，取各对之中最差的',
    ],
    ({ verdict }) => verdict,
  ),
];

const WHOSE: readonly Column<ExportedCell>[] = [
  text(
    'metric',
    ['The name given, the key, or FUNCTIONAL:2010301.', '指标：所给名称、指标键，或分类加科目编码'],
    ({ cell }) => cell.metric,
  ),
  text('district_code', ['Six-digit division code.', '六位行政区划代码'], ({ district }) => district.code),
  text('district_name', ['Chinese name of the division.', '行政区划名称'], ({ district }) => district.name),
  text(
    'department_id',
    ['Id of the department; empty where a district is compared.', '部门的标识；比较的是区划则为空'],
    ({ department }) => department?.id ?? null,
  ),
  text(
    'department_name',
    ['Name of the department; empty where a district is compared.', '部门名称；比较的是区划则为空'],
    ({ department }) => department?.name ?? null,
  ),
  integer('year', ['Fiscal year.', '财政年度'], ({ cell }) => cell.year),
  text(
    'stage',
    ['ORIGINAL_BUDGET, REVISED_BUDGET or OUTTURN; empty: no report at all.', '数字所处阶段；没有任何报告为空'],
    ({ cell }) => cell.stage,
  ),
];

const FIGURES: readonly Column<ExportedCell>[] = [
  decimal(
    'value',
    'unit',
    ['The figure; empty: `missing` says why.', '数值；为空时 missing 说明原因'],
    ({ cell }) => cell.value,
  ),
  text(
    'unit',
    [
      'Of value, baseline, difference and distance_from_median: YUAN, WAN_YUAN or YI_YUAN as asked for, RATIO for shares and ratios, YUAN_PER_CAPITA, INDEX, COUNT or POINTS.',
      'value、baseline、difference、distance_from_median 的单位：元、万元或亿元，占比和比率为 RATIO，人均为 YUAN_PER_CAPITA，指数为 INDEX，数量为 COUNT，分值为 POINTS',
    ],
    ({ cell }) => cell.unit,
  ),
  text(
    'status',
    [
      'REPORTED (one printed figure), DERIVED (computed), FROM_NARRATIVE or MISSING.',
      '数值来源：印出的一个数、计算所得、取自正文，或缺失',
    ],
    ({ cell }) => cell.status,
  ),
  text(
    'missing',
    ['Why there is no value; empty where there is one.', '没有数值的原因；有数值则为空'],
    ({ cell }) => cell.missing,
  ),
  decimal(
    'baseline',
    'unit',
    ['The value it is held against; empty: none asked for, or missing.', '比较的基准值；未要求或缺失为空'],
    ({ cell }) => cell.baseline,
  ),
  text(
    'baseline_missing',
    [
      'Why there is no baseline; empty where there is one, or none was asked for.',
      '没有基准值的原因；有或未要求则为空',
    ],
    ({ cell }) => cell.baselineMissing,
  ),
  text(
    'baseline_stage',
    ['Stage of the baseline; empty without one.', '基准值所处阶段；没有为空'],
    ({ cell }) => cell.baselineStage,
  ),
  decimal(
    'difference',
    'unit',
    ['value - baseline; empty where either is missing.', '数值减基准值；缺任一者为空'],
    ({ cell }) => cell.difference,
  ),
  decimal(
    'percentage_points',
    'PERCENT',
    ['difference × 100 where the values are ratios; else empty.', '数值为比率时差额乘以 100（百分点）；否则为空'],
    ({ cell }) => cell.percentagePoints,
  ),
  decimal(
    'ratio',
    'RATIO',
    [
      'value / baseline; empty where either is missing or the baseline is zero.',
      '数值除以基准值；缺任一者或基准为零则为空',
    ],
    ({ cell }) => cell.ratio,
  ),
  decimal(
    'change_rate',
    'RATIO',
    [
      'difference / baseline; empty where either is missing or the baseline is zero.',
      '差额除以基准值；缺任一者或基准为零则为空',
    ],
    ({ cell }) => cell.changeRate,
  ),
  integer(
    'rank',
    [
      'Among the districts or departments of the same metric, year and stage, the greatest first; ties share one.',
      '同一指标、年度、阶段内由大到小的名次，相同者并列',
    ],
    ({ cell }) => cell.rank,
  ),
  decimal(
    'distance_from_median',
    'unit',
    ['value - median of the same peers; empty among fewer than five values.', '数值减同组中位数；不足五个数值为空'],
    ({ cell }) => cell.distanceFromMedian,
  ),
  decimal(
    'z_score',
    'RATIO',
    [
      'value - mean of the same peers, over their standard deviation; empty among fewer than five values, or where all are equal.',
      '数值减同组均值再除以标准差；不足五个数值或全部相等为空',
    ],
    ({ cell }) => cell.zScore,
  ),
];

const EVIDENCE: readonly Column<ExportedCell>[] = [
  text(
    'warning_codes',
    [
      'Codes of what makes this figure unlike others, joined by `;`, one for each sentence; empty: none.',
      '警示代码，以分号相连，与句子一一对应；没有为空',
    ],
    ({ cell }) =>
      joinTexts(
        cell.warnings.map(({ code }) => code),
        ';',
      ),
  ),
  text(
    'warning_messages',
    ['The sentences of these codes, joined by a line feed; empty: none.', '各警示的说明，以换行符相连；没有为空'],
    ({ cell }) =>
      joinTexts(
        cell.warnings.map(({ message }) => message),
        '\n',
      ),
  ),
  text(
    'source_ids',
    [
      'Ids of the printed figures that the value comes from (`id` of line-items), joined by `;`; empty: none.',
      '数值所依据的印出数字的标识（line-items 的 id），以分号相连；没有为空',
    ],
    ({ cell }) => joinTexts(cell.lineItemIds, ';'),
  ),
  text(
    'fact_ids',
    [
      'Ids of the numbers of the text that the value comes from (`id` of facts), joined by `;`; empty: none.',
      '数值所依据的正文数字的标识（facts 的 id），以分号相连；没有为空',
    ],
    ({ cell }) => joinTexts(cell.factIds, ';'),
  ),
];

const NORMALISED: readonly Column<ExportedCell>[] = [
  text(
    'statistics',
    [
      'Populations and deflators that value and baseline were computed with: kind, division code, year, value, vintage, joined by `;`; empty: none.',
      '数值和基准值计算所用的人口和平减指数：种类、区划代码、年度、数值、公布批次，以分号相连；没有为空',
    ],
    ({ cell }) =>
      joinTexts(
        cell.statistics.map(({ kind, districtCode, year, value, vintage }) =>
          [kind, districtCode, year, value, vintage].filter((part) => part !== null).join(' '),
        ),
        ';',
      ),
  ),
];

export const COMPARISON_COLUMNS: readonly Column<ExportedCell>[] = [
  ...ANSWER,
  ...WHOSE,
  ...FIGURES,
  ...NORMALISED,
  ...EVIDENCE,
];
