import type { EvaluationScope, Evaluator } from '../domain/closed-lists.js';
import { rejoin, squeeze } from '../domain/label.js';
import type { Evaluation, EvaluationAmount, Issue, PerformanceIndicator, Source } from '../domain/report.js';
import { readTarget } from '../domain/performance-target.js';
import { inferName } from './performance-names.js';
import { layOutPerformance } from './performance-layout.js';
import type { PerformanceLayout } from './performance-layout.js';
import { readMoneyOfTable } from './performance-money.js';
import type { EvaluationMoney, ExecutionPoints } from './performance-money.js';
import { readNumber, toMoney } from './printed-number.js';
import type { PrintedLine } from './printed-line.js';
import type { TablePage } from './table-page.js';

/** What ends a performance table: words about it, no indicators. */
const AFTERWORD =
  /^(?:说明|备注|注[:：]|填表|联系|其他需|其它需|自评结论|存在(?:的)?问题|改进|偏差|原因分析|结论|评价结论|审核|负责人|评价等级)/;
const SUM = /^(?:总分值?|合计|总计|总得分|得分合计|分值合计)$/;

export interface PerformanceReading {
  readonly evaluations: readonly Evaluation[];
  readonly issues: readonly Issue[];
}

/** Indicators of the performance tables among a document's pages, as printed. */
export function readPerformanceTables(pages: readonly TablePage[], lines: readonly PrintedLine[]): PerformanceReading {
  let opening: TablePage | null = null;
  const readings = pages
    .filter(({ medium }) => medium === 'GRID')
    .map((page) => {
      const reading = readPage(page, opening);
      opening = reading.evaluations.length === 0 && projectNamed(page) !== null ? page : null;
      return reading;
    });
  return {
    evaluations: readings.flatMap(({ evaluations }) => evaluations),
    issues: [...readings.flatMap(({ issues }) => issues), ...lines.filter(isFlatHead).map(refuseFlat)],
  };
}

const FLAT_HEADS = [/任务\(重要事项\)绩效目标.*绩效目标完成情况/, /一级指标.*二级指标/, /关键指标.*预期实现值/];

/** The heads of a performance table in running text: its cells can't be told apart. */
function isFlatHead({ cells, squeezed }: PrintedLine): boolean {
  return !cells && squeezed.length < 80 && FLAT_HEADS.some((heads) => heads.test(squeezed));
}

function refuseFlat(line: PrintedLine): Issue {
  const source = { table: null, section: null, line: line.number, page: line.page, text: line.text };
  return { message: 'expected a performance table with cells, got running text: not read', statement: null, source };
}

/** `opening` is the page before, where it names the project and the indicators only come on this one. */
function readPage(own: TablePage, opening: TablePage | null): PerformanceReading {
  const page =
    opening && projectNamed(own) === null
      ? { ...own, heading: own.heading ?? opening.heading, lines: [...opening.lines, ...own.lines] }
      : own;
  const headAt = page.lines.findIndex(({ cells }) => layOutPerformance(cells ?? []) !== null);
  const layout = headAt < 0 ? null : layOutPerformance(page.lines[headAt]?.cells ?? []);
  if (!layout) return { evaluations: [], issues: [] };
  const money = readMoneyOfTable(page.lines.slice(0, headAt), page.unit === 'UNKNOWN' ? null : page.unit);
  const { indicators, issues, totals } = readRows(page, headAt, layout);
  const all = [...executionOf(page, money.points), ...inferOuterLevel(indicators)];
  return { evaluations: evaluationsOf(page, layout, all, { ...money, ...totals }), issues };
}

/** Printed sums of points; null: not printed. */
type Totals = Pick<Evaluation, 'weight' | 'score'>;

function readRows(
  page: TablePage,
  headAt: number,
  layout: PerformanceLayout,
): { readonly indicators: PerformanceIndicator[]; readonly issues: Issue[]; readonly totals: Totals } {
  const issues: Issue[] = [];
  const indicators: PerformanceIndicator[] = [];
  let totals: Totals = { weight: null, score: null };
  for (const line of page.lines.slice(headAt + 1)) {
    const cells = line.cells ?? [];
    const first = squeeze(cells.find((cell) => cell !== '') ?? '');
    if (first === '' || layOutPerformance(cells)) continue;
    if (AFTERWORD.test(first)) break;
    if (SUM.test(first)) {
      totals = readTotals(cells, layout);
      continue;
    }
    const read = readRow(line, layout, sourceOf(page, line), indicators.at(-1));
    if (read === 'CONTINUES') indicators.push(continueRow(indicators.pop() as PerformanceIndicator, line, layout));
    else if (read) indicators.push(read);
    else
      issues.push({
        message: 'expected an indicator with its target, got a row torn by the page: not read',
        statement: null,
        source: sourceOf(page, line),
      });
  }
  return { indicators, issues, totals };
}

/** Of two numbers the weight and the score; one alone is the score, of goals the weight. */
function readTotals(cells: readonly string[], { actual }: PerformanceLayout): Totals {
  const numbers = cells.map(readNumber).flatMap((own) => (own.kind === 'VALUE' ? [own.decimal] : []));
  const [one = null, other = null, ...more] = numbers;
  if (more.length > 0) return { weight: null, score: null };
  if (other !== null) return { weight: one, score: other };
  return actual === null ? { weight: one, score: null } : { weight: null, score: one };
}

/** The points for spending the budget are an indicator like the others: they are part of the total. */
function executionOf(page: TablePage, points: ExecutionPoints | null): PerformanceIndicator[] {
  const first = points?.lines[0];
  if (!points || !first) return [];
  const { name, actual, weight, score, lines } = points;
  const source = { ...sourceOf(page, first), text: lines.map(({ text }) => text).join('\n') };
  return [{ level1: null, level2: null, name, inferredName: null, target: null, actual, weight, score, source }];
}

function readRow(
  line: PrintedLine,
  layout: PerformanceLayout,
  source: Source,
  before: PerformanceIndicator | undefined,
): PerformanceIndicator | 'CONTINUES' | null {
  const cells = line.cells ?? [];
  const shift = layout.tasks ? 0 : shiftOf(cells, layout);
  const torn = shift === null ? readTorn(cells, source) : null;
  if (shift === null && (torn || !isWhole(cells, layout))) return torn;
  const text = (column: number | null | undefined): string | null => {
    const cell = column === null || column === undefined ? '' : rejoin(cells[column + (shift ?? 0)] ?? '');
    return cell === '' ? null : cell;
  };
  const points = (column: number | null): string | null => {
    const number = readNumber(text(column) ?? '');
    return number.kind === 'VALUE' ? number.decimal : null;
  };
  const { levels } = layout;
  const own = text(levels.at(-1));
  const target = text(layout.target);
  if (layout.tasks && own === null && before) return 'CONTINUES';
  if (layout.tasks && own === null) return null;
  const [name, inName] = target === null ? splitTarget(own) : [own, null];
  const outer = text(levels.at(-3));
  const inherited = levels.length > 1 && name !== null && isWithin(before?.level2, outer) ? before?.level2 : null;
  const numbered = layout.tasks && /^\d{1,2}[.、]?$/.test(name ?? '');
  return {
    level1: outer,
    level2: text(levels.at(-2)) ?? inherited ?? null,
    name: numbered ? (/^(.{2,40}?)[:：]/.exec(target ?? '')?.[1] ?? null) : name,
    inferredName: name === null ? inferName(text(layout.actual)) : null,
    target: target ?? inName,
    actual: text(layout.actual),
    weight: points(layout.weight),
    score: points(layout.score),
    source,
  };
}

/** A row whose name and target the page tore over several cells ("其中:… | …完成 | 率: 97 %"), the last cell being the actual value. */
function readTorn(cells: readonly string[], source: Source): PerformanceIndicator | null {
  const filled = cells.filter((cell) => cell !== '');
  const match = /^(?:其中[:：])?(.*\p{Script=Han}{3})[:：](\s*[≥≤]?\s*[\d.]+\s*[%％])$/u.exec(
    rejoin(filled.slice(0, -1).join(' ')),
  );
  if (!match || filled.length < 3) return null;
  const [, name = '', target = ''] = match;
  const actual = rejoin(filled.at(-1) ?? '');
  return {
    level1: null,
    level2: null,
    name: rejoin(name),
    inferredName: null,
    target: target.trim(),
    actual,
    weight: null,
    score: null,
    source,
  };
}

/** Rows after a page break may have lost a column: the shift at which a target in numbers stands where targets stand. */
function shiftOf(cells: readonly string[], { target, levels }: PerformanceLayout): number | null {
  const isTarget = (cell = ''): boolean => !/[:：]/.test(cell) && readTarget(cell) !== null;
  const fits = [0, -1, 1].find((shift) => isTarget(cells[target + shift]));
  if (fits !== undefined) return fits;
  return splitTarget(cells[levels.at(-1) as number] ?? '')[1] !== null ? 0 : null;
}

/** Whether a row with a target in words has all its parts in their places. */
function isWhole(cells: readonly string[], { target, levels, actual, weight, score }: PerformanceLayout): boolean {
  const isFilled = (column: number | null): boolean => column !== null && (cells[column] ?? '') !== '';
  const hasTexts = isFilled(levels.at(-1) ?? null) && isFilled(target) && (actual === null || isFilled(actual));
  const points = [weight, score].filter((column) => column !== null);
  const inPlace = points.every((column) => readNumber(cells[column] ?? '').kind === 'VALUE');
  return hasTexts && inPlace && (points.length > 0 || actual !== null || levels.length > 1);
}

/** A target that was printed into the cell of the name ("…及时率 100%"). */
function splitTarget(name: string | null): [string | null, string | null] {
  const match = /^(.*\p{Script=Han}{3}.*?)\s*([≥≤]?\s*\d[\d.]*\s*[%％])$/su.exec(name ?? '');
  return match ? [rejoin(match[1] ?? ''), rejoin(match[2] ?? '')] : [name, null];
}

function continueRow(row: PerformanceIndicator, line: PrintedLine, layout: PerformanceLayout): PerformanceIndicator {
  const more = (before: string | null, column: number | null): string | null => {
    const cell = column === null ? '' : rejoin(line.cells?.[column] ?? '');
    return cell === '' ? before : rejoin(`${before ?? ''} ${cell}`);
  };
  const source = { ...row.source, text: `${row.source.text}\n${line.text}` };
  return { ...row, target: more(row.target, layout.target), actual: more(row.actual, layout.actual), source };
}

/** What belongs to which outer level, the first that fits. */
const OUTER: readonly (readonly [RegExp, string])[] = [
  [/(?:经济|社会|生态|环境)成本/, '成本'],
  [/数量|质量|时效|成本/, '产出'],
  [/经济效益|社会效益|生态效益|环境效益|可持续/, '效益'],
  [/满意度/, '满意度'],
];

/** Whether an inner level may go on below an outer one, null being that of the row before. */
function isWithin(level2: string | null | undefined, outer: string | null): boolean {
  return outer === null || OUTER.some(([inner, word]) => inner.test(level2 ?? '') && outer.includes(word));
}

/** 产出, 效益 … where the merged cell's text stands beside another row of its block: the inner level tells which. */
function inferOuterLevel(indicators: readonly PerformanceIndicator[]): PerformanceIndicator[] {
  const printed = (word: string): string | null =>
    indicators.find(({ level1 }) => level1?.includes(word))?.level1 ?? null;
  return indicators.map((indicator) => {
    const { level1, level2 } = indicator;
    if (level1 !== null || level2 === null) return indicator;
    const fitting = OUTER.filter(([inner]) => inner.test(level2)).flatMap(([, word]) => printed(word) ?? []);
    return { ...indicator, level1: fitting[0] ?? null };
  });
}

function evaluationsOf(
  page: TablePage,
  layout: PerformanceLayout,
  indicators: readonly PerformanceIndicator[],
  { amounts, executionBase, ...totals }: EvaluationMoney & Totals,
): Evaluation[] {
  const evaluator = evaluatorOf(page, layout);
  const [first] = indicators;
  if (!first) return [];
  if (layout.tasks) return indicators.map((indicator) => taskOf(page, evaluator, indicator));
  const { weight, score } = totals;
  return [{ ...subjectOf(page), evaluator, weight, score, amounts, executionBase, indicators, source: first.source }];
}

/** A task is an evaluation of its own, with what was paid for it. */
function taskOf(page: TablePage, evaluator: Evaluator | null, indicator: PerformanceIndicator): Evaluation {
  const points = { weight: null, score: null, executionBase: null };
  const amounts = paidFor(page, indicator.source.line);
  const { name, source } = indicator;
  return { scope: 'TASK', name, evaluator, ...points, amounts, indicators: [indicator], source };
}

function paidFor({ lines, unit }: TablePage, number: number): EvaluationAmount[] {
  const heads = lines.flatMap(({ cells }) => (cells && layOutPerformance(cells) ? [cells.map(squeeze)] : []))[0] ?? [];
  const column = heads.findIndex((cell) => /实际支付(?:财政)?资金|实际支出|支出金额/.test(cell));
  const paid = readNumber(lines.find((line) => line.number === number)?.cells?.[column] ?? '');
  if (paid.kind !== 'VALUE' || unit === null || unit === 'UNKNOWN' || !toMoney(paid.decimal, unit)) return [];
  return [{ stage: 'OUTTURN', decimal: paid.decimal, unit }];
}

function evaluatorOf({ heading }: TablePage, { actual }: PerformanceLayout): Evaluator | null {
  if (actual === null) return null;
  if (heading?.includes('第三方')) return 'THIRD_PARTY';
  return /财政(?:部门|局)?(?:重点|绩效)*评价/.test(heading ?? '') ? 'FINANCE_BUREAU' : 'SELF';
}

function subjectOf(page: TablePage): { scope: EvaluationScope; name: string | null } {
  const name = projectNamed(page);
  if (name !== null) return { scope: 'PROJECT', name };
  return { scope: page.heading?.includes('项目') ? 'PROJECT' : 'DEPARTMENT', name: null };
}

function projectNamed({ lines }: TablePage): string | null {
  for (const { cells } of lines) {
    const at = (cells ?? []).findIndex((cell) => /^项目名称[:：]?$/.test(squeeze(cell)));
    const name = at < 0 ? undefined : cells?.slice(at + 1).find((cell) => cell !== '');
    if (name) return rejoin(name);
  }
  return null;
}

function sourceOf({ heading }: TablePage, line: PrintedLine): Source {
  return { table: heading, section: null, line: line.number, page: line.page, text: line.text };
}
