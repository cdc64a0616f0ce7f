import { rejoin } from '../domain/label.js';
import { formatPrinted } from '../domain/money.js';
import type { Evaluation, LineItem, PerformanceIndicator, Source } from '../domain/report.js';
import { readNumber } from './printed-number.js';

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
const FLOOR = '≥|不低于|不少于|不小于|达到?|至少';
const AFTER = '[或及]?以上';
/** `群众办事满意度达95%`. */
const RATE = new RegExp(
  `(?:^|[,，。;；、:：])([\\p{Script=Han}]{2,16}(?:率|度|比例))((?:${FLOOR})?${NUMBER}%(?:${AFTER})?)(?=[,，。;；、]|$)`,
  'gu',
);
/** `拟完成250项政务服务事项的梳理`: what is planned, its number, its thing. */
const COUNT = new RegExp(
  `(?:拟|计划|将|预计|力争)?(?:完成|新建|新增|建成|举办|开展|组织|采购|购置|发放|编制|制作)((?:${FLOOR})?${NUMBER}(?:人次|场次|[个项次场期台套份家名件部篇])(?:${AFTER})?)(?![多余])([\\p{Script=Han}A-Za-z\\d]{2,24})(?=[,，。;；、:：])`,
  'gu',
);
/** What a clause is about that no longer is a goal of the year. */
const DONE = /目前|已经?|现有|原有|上年|去年|截至/;

/**
 * Goals of a budget's projects that can be counted: rates with a percentage, and planned things with a number. They are not assessed;
 * the money is the project's. What the text only describes is left out.
 */
export function readProjectGoals(lineItems: readonly LineItem[]): Evaluation[] {
  const rows = lineItems.filter(
    ({ statement, leaf, column }) => statement === 'PROJECT_EXPENDITURE_BY_UNIT' && leaf && column === 1,
  );
  return rows.flatMap((item): Evaluation[] => {
    if (item.labelUncertain) return [];
    const indicators = readGoals(goalOf(item.source.text), item.source);
    if (indicators.length === 0) return [];
    const { stage, amount, label, source } = item;
    const points = { evaluator: null, weight: null, score: null, executionBase: null };
    const amounts = [{ stage, decimal: formatPrinted(amount), unit: amount.unit }];
    return [{ scope: 'PROJECT', name: label, ...points, amounts, indicators, source: { ...source, text: label } }];
  });
}

/** The last cell of the line that prints the row's figures: of the lines around it none can say whose they are. */
function goalOf(text: string): string {
  const lines = text.split('\n').map((line) => line.split('\t').filter((cell) => cell.trim() !== ''));
  const place = lines.findIndex((cells) => cells.some((cell) => readNumber(cell).kind === 'VALUE'));
  const goal = lines[place]?.at(-1) ?? '';
  if (place < 0 || !/\p{Script=Han}/u.test(goal)) return '';
  return `${place === 0 ? '' : '…'}${rejoin(goal).replace(/\s/g, '')}`;
}

function readGoals(goal: string, source: Source): PerformanceIndicator[] {
  const rates = [...goal.matchAll(RATE)].map(({ 1: name = '', 2: target = '', index }) => ({ name, target, index }));
  const counts = [...goal.matchAll(COUNT)].map(({ 1: target = '', 2: name = '', index }) => ({ name, target, index }));
  const found = [...rates, ...counts]
    .filter(({ index }) => !DONE.test(clauseBefore(goal, index)))
    .sort((a, b) => a.index - b.index);
  return found.map(({ name, target }) => ({
    ...{ level1: null, level2: null, name, inferredName: null, target, actual: null, weight: null, score: null },
    source: { ...source, text: `${name}，${target}` },
  }));
}

function clauseBefore(text: string, index: number): string {
  return (
    text
      .slice(0, index)
      .split(/[,，。;；]/)
      .at(-1) ?? ''
  );
}
