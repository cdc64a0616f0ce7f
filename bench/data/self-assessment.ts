import { formatFen } from '../../src/domain/money.js';
import type { Evaluation, PerformanceIndicator } from '../../src/domain/report.js';
import { addUp } from './amounts.js';
import type { Draw } from './draw.js';
import type { DepartmentYear } from './ledger.js';

/** The first year whose budgets had to be assessed by those who spent them. */
export const ASSESSED_FROM = 2018;

const TITLE = '部门整体支出绩效自评表';

/** Names with their level and their points, which add up to 100. */
const INDICATORS = [
  ['产出指标', '数量指标', '年度重点工作完成率', 30],
  ['产出指标', '质量指标', '项目验收合格率', 20],
  ['产出指标', '时效指标', '任务按时完成率', 20],
  ['效益指标', '社会效益指标', '政策知晓率', 20],
  ['满意度指标', '服务对象满意度', '群众满意度', 10],
] as const;

/** A department's assessment of its own year: what is not reached costs points in proportion. */
export function assess({ spendings, year }: DepartmentYear, draw: Draw, firstLine: number): Evaluation {
  const scored = INDICATORS.map(([level1, level2, name, weight], at) => {
    const actual = draw.chance(250) ? draw.within(80, 99) : 100;
    const score = hundredths(weight * actual);
    const text = `${name}\t100%\t${actual}%\t${weight}\t${score}`;
    const source = { table: TITLE, section: null, line: firstLine + 1 + at, page: null, text };
    const indicator: PerformanceIndicator = {
      ...{ level1, level2, name, inferredName: null, target: '100%', actual: `${actual}%` },
      ...{ weight: String(weight), score, source },
    };
    return { indicator, points: weight * actual };
  });
  const total = scored.reduce((sum, { points }) => sum + points, 0);
  const sumOf = (side: 'planned' | 'spent'): string =>
    formatFen(addUp(spendings.map((spending) => spending[side])), 'WAN_YUAN');
  return {
    ...{ scope: 'DEPARTMENT', name: null, evaluator: 'SELF', weight: '100', score: hundredths(total) },
    amounts: [
      { stage: 'ORIGINAL_BUDGET', decimal: sumOf('planned'), unit: 'WAN_YUAN' },
      { stage: 'OUTTURN', decimal: sumOf('spent'), unit: 'WAN_YUAN' },
    ],
    executionBase: 'ORIGINAL_BUDGET',
    indicators: scored.map(({ indicator }) => indicator),
    source: { table: TITLE, section: null, line: firstLine, page: null, text: `${year}年度部门整体支出` },
  };
}

/** Points of a whole number of hundredths, exact. */
function hundredths(points: number): string {
  const digits = String(points).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
