import { squeeze } from '../domain/label.js';

export type PerformanceRole = 'level' | 'target' | 'actual' | 'weight' | 'score';
/** Columns of a performance table: those of names from the widest to the narrowest, and one of each other role. */
export interface PerformanceLayout {
  readonly levels: readonly number[];
  readonly target: number;
  readonly actual: number | null;
  readonly weight: number | null;
  readonly score: number | null;
  readonly tasks: boolean;
}

const HEADS: Readonly<Record<PerformanceRole, RegExp>> = {
  level:
    /^(?:指标类别|[一二三四]级(?:绩效)?指标|关键指标|指标名称|指标内容|指标|(?:年度)?绩效指标|(?:评价|考核)指标|(?:主要)?任务(?:\(重要事项\))?)$/,
  target:
    /^(?:预期实现值|(?:年度|全年|年初|预期|计划|绩效|设定|本年)*(?:(?:绩效)?指标|目标)值|(?:年度|全年|年初)?计划完成值|年度目标|绩效指标值|任务(?:\(重要事项\))?绩效目标)(?:\([^()]{0,20}\))?$/,
  actual:
    /^(?:(?:年度|全年|本年|年末|自评)*(?:实际)?(?:完成|实现)(?:指标)?(?:值|数|情况)|(?:年度|全年)?实际(?:指标)?值|指标(?:实际)?完成(?:情况|值)|实际完成|任务(?:\(重要事项\))?绩效目标完成情况)(?:\([^()]{0,20}\))?$/,
  weight: /^(?:(?:指标|权重|标准|分项)?(?:分值|权重)|权重分值|分值权重|标准分值?|满分)(?:\((?:%|分|\d+分?)\))?$/,
  score: /^(?:(?:自评|评价|实际|最终|指标|实)?得分|自评分数?|评分)(?:\(分\))?$/,
};

/** The columns of a head row; null where it is none of a performance table: it lacks names or targets. */
export function layOutPerformance(cells: readonly string[]): PerformanceLayout | null {
  const squeezed = cells.map(squeeze);
  const at = (role: PerformanceRole): number[] =>
    squeezed.flatMap((cell, column) => (HEADS[role].test(cell) ? [column] : []));
  const [levels, [target]] = [at('level'), at('target')];
  if (levels.length === 0 || target === undefined) return null;
  const one = (role: PerformanceRole): number | null => at(role)[0] ?? null;
  const tasks = levels.some((column) => squeezed[column]?.includes('任务'));
  return { levels, target, actual: one('actual'), weight: one('weight'), score: one('score'), tasks };
}
