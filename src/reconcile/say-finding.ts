import type { Finding, Rule } from '../domain/finding.js';
import type { Unit } from '../domain/closed-lists.js';

/** What is kept of a finding, and the first figure that it joins, by name; null: none. */
export interface KeptFinding extends Pick<
  Finding,
  'outcome' | 'expected' | 'actual' | 'difference' | 'tolerance' | 'unit'
> {
  readonly rule: Rule;
  readonly figure: string | null;
  /** As printed where it shows. */
  readonly text: string;
}

const UNITS: Readonly<Partial<Record<Unit, string>>> = { WAN_YUAN: '万元', PERCENT: '%', POINTS: '分', COUNT: '处' };

/** A finding in Chinese: the rule, what is printed and what was computed. Which term is missing only the English message says. */
export function sayFinding({ rule, figure, text, ...own }: KeptFinding): string {
  const subject = figure === null ? '' : `“${figure}”`;
  if (rule.kind === 'TEMPLATE_TEXT')
    return own.outcome === 'BROKEN' ? `模板文字未填写：“${text}”` : '没有未填写的模板文字';
  return `核对规则：${rule.titleZh}。${subject}${sayOutcome(own)}`;
}

function sayOutcome({
  outcome,
  expected,
  actual,
  difference,
  tolerance,
  unit,
}: Omit<KeptFinding, 'rule' | 'figure' | 'text'>): string {
  if (expected === null || actual === null || difference === null) return '所需的数缺失、无法辨认或基数为零，未能核对';
  const name = UNITS[unit] ?? '';
  const figures = `印为${actual}${name}，计算得${expected}${name}`;
  const isMore = difference.startsWith('-');
  const nameOfGap = unit === 'PERCENT' ? '个百分点' : name;
  const gap = `${isMore ? '多' : '少'}${difference.replace('-', '')}${nameOfGap}`;
  if (outcome === 'ROUNDING') return `${figures}，${gap}，在尾差${tolerance}${nameOfGap}以内`;
  if (outcome === 'BROKEN') return `${figures}，${gap}，不符`;
  return /[1-9]/.test(difference) ? `${figures}，成立` : `${figures}，相符`;
}
