import type { PrintedUnit, Stage } from '../domain/closed-lists.js';
import {
  compareDecimals,
  divideDecimals,
  halfOfLastDigit,
  multiplyDecimals,
  subtractDecimals,
} from '../domain/exact-decimal.js';
import { rejoin, squeeze } from '../domain/label.js';
import type { EvaluationAmount } from '../domain/report.js';
import { unitMarked } from './furniture.js';
import { readNumber, toMoney } from './printed-number.js';
import type { PrintedLine } from './printed-line.js';

/** The money that an evaluation prints, and the budget that its printed rate is of. */
export interface EvaluationMoney {
  readonly amounts: readonly EvaluationAmount[];
  readonly executionBase: Stage | null;
}

/** How well the budget was spent, where points are given for it. */
export interface ExecutionPoints {
  /** As the head prints it: 预算执行率. */
  readonly name: string;
  readonly actual: string | null;
  readonly weight: string;
  readonly score: string;
  readonly lines: readonly PrintedLine[];
}

export const NO_MONEY: EvaluationMoney = { amounts: [], executionBase: null };

const NUMBER = '(\\d[\\d,]*(?:\\.\\d+)?)';
const UNIT = '(亿元|万元|元)';
const UNITS: Readonly<Record<string, PrintedUnit>> = { 亿元: 'YI_YUAN', 万元: 'WAN_YUAN', 元: 'YUAN' };
const IS = '(?:总?数|总?额|金额)?(?:总计|合计|共计|共)?(?:安排)?(?:为|是|:)?';
const WORDS: readonly (readonly [Stage, RegExp])[] = [
  ['ORIGINAL_BUDGET', new RegExp(`年初(?:部门)?预算${IS}${NUMBER}${UNIT}`)],
  ['REVISED_BUDGET', new RegExp(`(?:全年预算|调整后?(?:的)?预算|年度预算|实际安排预算)${IS}${NUMBER}${UNIT}`)],
  ['OUTTURN', new RegExp(`(?:全年)?(?:执行数|预算执行数|实际执行数|实际支付|实际支出)${IS}${NUMBER}${UNIT}`)],
];
const RATE = /(?:预算(?:资金)?执行率|执行率|完成预算的?|预算完成率)(?:为|是|达到?|:)?(\d+(?:\.\d+)?)%/;

/** Budgets and spending of a text without blanks; each stage as it is named first. */
export function readMoneyOfText(text: string): EvaluationMoney {
  const amounts = WORDS.flatMap(([stage, words]): EvaluationAmount[] => {
    const [, number = '', unit = ''] = words.exec(text) ?? [];
    return amountOf(stage, number, UNITS[unit] ?? null);
  });
  return { amounts, executionBase: baseOf(amounts, RATE.exec(text)?.[1] ?? null) };
}

const STAGE_HEADS: readonly (readonly [Stage, RegExp])[] = [
  ['ORIGINAL_BUDGET', /^年初预算(?:数|金额)?$/],
  ['REVISED_BUDGET', /^(?:全年|年度|调整后?|本年)预算(?:数|金额|安排数)?$/],
  ['OUTTURN', /^(?:(?:全年|年度|实际|本年)(?:预算)?(?:执行|完成)数?|年度预算完成数|执行数|实际支出数?)$/],
];
const RATE_HEAD = /^(?:预算)?(?:执行|完成)率$/;
const TOTAL = /^(?:年度)?(?:项目)?(?:资金)?(?:总额|合计)$/;
const FUNDS_LABEL = /^(?:年度)?(?:项目)?(?:预算)?资金(?:\(.*\))?$|^预算执行情况/;

/** The block of a project's money above its indicators: heads, the row of all funds, those of each fund. */
export function readMoneyOfTable(
  lines: readonly PrintedLine[],
  pageUnit: PrintedUnit | null,
): EvaluationMoney & { readonly points: ExecutionPoints | null } {
  const headAt = lines.findIndex(({ cells }) => cells !== null && isMoneyHead(cells));
  const heads = (lines[headAt]?.cells ?? []).map(squeeze);
  if (headAt < 0) return { ...NO_MONEY, points: null };
  const after = lines.slice(headAt + 1);
  const end = after.findIndex(({ cells }) => !isMoneyRow(cells ?? []));
  const block = end < 0 ? after : after.slice(0, end);
  const total = block.find(({ cells }) => cells?.some((cell) => TOTAL.test(squeeze(cell))));
  const unit = unitOf(lines.slice(headAt, headAt + 1 + block.length)) ?? pageUnit;
  const amounts = STAGE_HEADS.flatMap(([stage, head]): EvaluationAmount[] => {
    const column = heads.findIndex((cell) => head.test(cell));
    const number = readNumber(total?.cells?.[column] ?? '');
    return number.kind === 'VALUE' ? amountOf(stage, number.decimal, unit) : [];
  });
  const points = readPoints(heads, block);
  return { amounts, executionBase: baseOf(amounts, points.rate), points: points.given };
}

function isMoneyHead(cells: readonly string[]): boolean {
  const heads = cells.map(squeeze);
  const stages = STAGE_HEADS.filter(([, head]) => heads.some((cell) => head.test(cell)));
  return stages.length >= 2 && stages.some(([stage]) => stage === 'OUTTURN');
}

/** A row of amounts, dashes and the names of funds. */
function isMoneyRow(cells: readonly string[]): boolean {
  const own = cells.map(squeeze).filter((cell) => cell !== '');
  const names = own.filter((cell) => /\p{Script=Han}/u.test(cell));
  return names.every(
    (cell) => TOTAL.test(cell) || FUNDS_LABEL.test(cell) || /拨款|资金|结转|^其中|其他|财政|自筹/.test(cell),
  );
}

function unitOf(lines: readonly PrintedLine[]): PrintedUnit | null {
  const units = lines.flatMap(({ cells }) => (cells ?? []).map(unitMarked)).filter((unit) => unit !== null);
  const [unit = null] = units;
  return units.some((own) => own !== unit) ? null : unit;
}

/** Points for spending: in their columns, or (a merged cell that slipped) the two numbers right of the amounts, the weight first. */
function readPoints(
  heads: readonly string[],
  block: readonly PrintedLine[],
): { readonly rate: string | null; readonly given: ExecutionPoints | null } {
  const first = heads.findIndex((cell) => /^(?:分值|权重)$/.test(cell));
  const named = heads.find((cell) => RATE_HEAD.test(cell));
  const cellsOf = ({ cells }: PrintedLine): readonly string[] => (first < 0 ? [] : (cells ?? []).slice(first));
  const rates = block.flatMap((line) =>
    (line.cells ?? []).flatMap((cell) => /^(\d+(?:\.\d+)?)[%％]$/.exec(squeeze(cell).replace(/\s/g, ''))?.[1] ?? []),
  );
  const rate = rates[0] ?? null;
  const lines = block.filter((line) => numbersOf(cellsOf(line)).length > 0);
  const [weight, score, ...more] = lines.flatMap((line) => numbersOf(cellsOf(line)));
  const isClear =
    weight !== undefined && score !== undefined && more.length === 0 && compareDecimals(score, weight) <= 0;
  if (!isClear || named === undefined || !heads.includes('得分')) return { rate, given: null };
  return { rate, given: { name: rejoin(named), actual: rate === null ? null : `${rate}%`, weight, score, lines } };
}

function numbersOf(cells: readonly string[]): string[] {
  return cells.map(readNumber).flatMap((own) => (own.kind === 'VALUE' ? [own.decimal] : []));
}

function amountOf(stage: Stage, number: string, unit: PrintedUnit | null): EvaluationAmount[] {
  const decimal = number.replaceAll(',', '');
  return unit !== null && decimal !== '' && toMoney(decimal, unit) ? [{ stage, decimal, unit }] : [];
}

/** The budget that the printed rate agrees with; without one, the only budget printed. */
function baseOf(amounts: readonly EvaluationAmount[], rate: string | null): Stage | null {
  const spent = amounts.find(({ stage }) => stage === 'OUTTURN');
  const budgets = amounts.filter(({ stage, unit }) => stage !== 'OUTTURN' && unit === spent?.unit);
  const [only] = budgets;
  if (!spent || !only) return null;
  if (rate === null) return budgets.length === 1 ? only.stage : null;
  const agreeing = budgets.filter(({ decimal }) => {
    const ratio = divideDecimals(spent.decimal, decimal);
    if (ratio === null) return false;
    const off = subtractDecimals(multiplyDecimals(ratio, '100'), rate).replace('-', '');
    return compareDecimals(off, halfOfLastDigit(rate)) <= 0;
  });
  // Of budgets of one amount the rate is of the last that was fixed.
  const agreed = agreeing.find(({ stage }) => stage === 'REVISED_BUDGET') ?? agreeing[0];
  return agreed?.stage ?? (budgets.length === 1 ? only.stage : null);
}
