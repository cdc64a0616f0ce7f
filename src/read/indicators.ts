import type { EvaluationScope, Evaluator } from '../domain/closed-lists.js';
import { rejoin, squeeze } from '../domain/label.js';
import type { Evaluation, Issue, PerformanceIndicator, Source } from '../domain/report.js';
import { readNumber } from './printed-number.js';
import type { PrintedLine } from './printed-line.js';
import type { TablePage } from './table-page.js';

type Role = 'level' | 'target' | 'actual' | 'weight' | 'score';
/** Columns of a performance table: those of names from the widest to the narrowest, and one of each other role. */
interface Layout {
  readonly levels: readonly number[];
  readonly target: number;
  readonly actual: number | null;
  readonly weight: number | null;
  readonly score: number | null;
  readonly tasks: boolean;
}

const HEADS: readonly (readonly [Role, RegExp])[] = [
  ['level', /^(?:指标类别|[一二三四]级指标|关键指标|指标名称|指标内容|绩效指标|(?:主要)?任务(?:\(重要事项\))?)$/],
  ['target', /^(?:预期实现值|(?:年度)?(?:预期)?(?:指标|目标)值|绩效指标值|任务(?:\(重要事项\))?绩效目标)$/],
  ['actual', /^(?:实际完成(?:指标)?值?|(?:指标)?完成情况|实际完成情况|完成值|任务(?:\(重要事项\))?绩效目标完成情况)$/],
  ['weight', /^(?:分值|权重|权重分值|标准分值?)$/],
  ['score', /^(?:得分|自评得分|评价得分)$/],
];
const TARGET = /^[≥≤><=＞＜﹥﹤]?\s*\d[\d,.\s]*(?:%|％|[\p{Script=Han}/]{0,6})$/u;
const OUTPUT = /数量|质量|时效|成本/;
const EFFECT = /经济效益|社会效益|生态效益|环境效益|可持续/;

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
  const headAt = page.lines.findIndex(({ cells }) => layOut(cells ?? []) !== null);
  const layout = headAt < 0 ? null : layOut(page.lines[headAt]?.cells ?? []);
  if (!layout) return { evaluations: [], issues: [] };
  const issues: Issue[] = [];
  const indicators: PerformanceIndicator[] = [];
  let score: string | null = null;
  for (const line of page.lines.slice(headAt + 1)) {
    const cells = line.cells ?? [];
    if (cells.every((cell) => cell === '')) continue;
    if (/^(?:总分|合计|总计|总得分)$/.test(squeeze(cells.find((cell) => cell !== '') ?? ''))) {
      score =
        cells
          .map((cell) => readNumber(cell))
          .flatMap((own) => (own.kind === 'VALUE' ? [own.decimal] : []))
          .at(-1) ?? null;
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
  return { evaluations: evaluationsOf(page, layout, inferOuterLevel(indicators), score), issues };
}

function layOut(cells: readonly string[]): Layout | null {
  const at = (role: Role): number[] => {
    const pattern = HEADS.find(([own]) => own === role)?.[1] as RegExp;
    return cells.flatMap((cell, column) => (pattern.test(squeeze(cell)) ? [column] : []));
  };
  const levels = at('level');
  const target = at('target')[0];
  if (levels.length === 0 || target === undefined) return null;
  const one = (role: Role): number | null => at(role)[0] ?? null;
  const tasks = levels.some((column) => squeeze(cells[column] ?? '').includes('任务'));
  return { levels, target, actual: one('actual'), weight: one('weight'), score: one('score'), tasks };
}

function readRow(
  line: PrintedLine,
  layout: Layout,
  source: Source,
  before: PerformanceIndicator | undefined,
): PerformanceIndicator | 'CONTINUES' | null {
  const cells = line.cells ?? [];
  const shift = layout.tasks ? 0 : shiftOf(cells, layout);
  if (shift === null) return readTorn(cells, source);
  const text = (column: number | null | undefined): string | null => {
    const cell = column === null || column === undefined ? '' : rejoin(cells[column + shift] ?? '');
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
  const numbered = layout.tasks && /^\d{1,2}[.、]?$/.test(name ?? '');
  return {
    level1: text(levels.at(-3)),
    level2: text(levels.at(-2)) ?? (levels.length > 1 && name !== null ? (before?.level2 ?? null) : null),
    name: numbered ? (/^(.{2,40}?)[:：]/.exec(target ?? '')?.[1] ?? null) : name,
    inferredName: null,
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

/** Rows after a page break may have lost a column: the shift at which a target stands where targets stand. */
function shiftOf(cells: readonly string[], { target, levels }: Layout): number | null {
  const name = levels.at(-1) as number;
  const fits = [0, -1, 1].find((shift) => TARGET.test((cells[target + shift] ?? '').trim()));
  if (fits !== undefined) return fits;
  return splitTarget(cells[name] ?? '')[1] !== null ? 0 : null;
}

/** A target that was printed into the cell of the name ("…及时率 100%"). */
function splitTarget(name: string | null): [string | null, string | null] {
  const match = /^(.*\p{Script=Han}{3}.*?)\s*([≥≤]?\s*\d[\d.]*\s*[%％])$/su.exec(name ?? '');
  return match ? [rejoin(match[1] ?? ''), rejoin(match[2] ?? '')] : [name, null];
}

function continueRow(row: PerformanceIndicator, line: PrintedLine, layout: Layout): PerformanceIndicator {
  const more = (before: string | null, column: number | null): string | null => {
    const cell = column === null ? '' : rejoin(line.cells?.[column] ?? '');
    return cell === '' ? before : rejoin(`${before ?? ''} ${cell}`);
  };
  const source = { ...row.source, text: `${row.source.text}\n${line.text}` };
  return { ...row, target: more(row.target, layout.target), actual: more(row.actual, layout.actual), source };
}

/** 产出 or 效益 where the merged cell's text stands beside another row of its block: the inner level tells which. */
function inferOuterLevel(indicators: readonly PerformanceIndicator[]): PerformanceIndicator[] {
  const printed = (word: string): string | null =>
    indicators.find(({ level1 }) => level1?.includes(word))?.level1 ?? null;
  return indicators.map((indicator) => {
    const { level1, level2 } = indicator;
    if (level1 !== null || level2 === null) return indicator;
    const outer = OUTPUT.test(level2) ? printed('产出') : EFFECT.test(level2) ? printed('效益') : null;
    return { ...indicator, level1: outer };
  });
}

function evaluationsOf(
  page: TablePage,
  layout: Layout,
  indicators: readonly PerformanceIndicator[],
  score: string | null,
): Evaluation[] {
  const evaluator = evaluatorOf(page, layout);
  const first = indicators[0];
  if (!first) return [];
  if (layout.tasks)
    return indicators.map((indicator) => ({
      scope: 'TASK',
      name: indicator.name,
      evaluator,
      weight: null,
      score: null,
      amounts: [],
      executionBase: null,
      indicators: [indicator],
      source: indicator.source,
    }));
  const { scope, name } = subjectOf(page);
  return [
    { scope, name, evaluator, weight: null, score, amounts: [], executionBase: null, indicators, source: first.source },
  ];
}

function evaluatorOf({ heading }: TablePage, { actual }: Layout): Evaluator | null {
  if (actual === null) return null;
  if (heading?.includes('第三方')) return 'THIRD_PARTY';
  return heading?.includes('财政评价') ? 'FINANCE_BUREAU' : 'SELF';
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
