import { measureIndicator } from '../domain/performance-measures.js';
import { readTarget } from '../domain/performance-target.js';
import type { Evaluation, PerformanceIndicator, Source } from '../domain/report.js';
import { readMoneyOfText } from './performance-money.js';
import type { PrintedLine } from './printed-line.js';

/** Running text from one place on, without blanks, and the line that each of its letters stands in. */
interface Flow {
  readonly text: string;
  /** Where each line begins. */
  readonly starts: readonly number[];
  readonly lineAt: (index: number) => PrintedLine;
}

const NUMBERING =
  '(?:[#*-]+|[（(]?[一二三四五六七八九十\\d]{1,3}[）)][.、]?|[一二三四五六七八九十\\d]{1,3}[.、]|[①-⑳])*';
const REPORT_HEADING = new RegExp(`^${NUMBERING}([^。；，:：]{4,60}?)绩效(?:自评|评价)报告[。:]?$`);
const SUMMARY = /(?:^|[。；;，,：:])(?:其中[,，:]?)?([^。；;，,:：]{4,60}?)绩效自评综述[:。]/g;
/** Names that stand for any project, or for none. */
const NO_NAME = /^(?:项目|重点项目|第三方|财政|重点|一级项目|专项|部门评价|以部门.*|.*主要内容|.*情况)$/;
/** Where the text about one project ends. */
const END =
  /^(?:[#*-]*)(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+\.第三方)/;
/** How far a summary's figures may stand behind its name. */
const REACH = 400;

/**
 * Evaluations in running text: reports about one project, with the money and the indicators that they print, and summaries that
 * print a score or money. Of indicators those whose target is a number: its words are kept no longer than names and number.
 */
export function readProseEvaluations(lines: readonly PrintedLine[]): Evaluation[] {
  const texts = lines
    .filter(({ cells, squeezed }) => !cells && squeezed !== '' && !/^\d{1,3}$/.test(squeezed))
    .map((line) => ({ ...line, squeezed: withoutBlanks(line.clean) }));
  return [...readSummaries(texts), ...readProjectReports(texts)].sort((a, b) => a.source.line - b.source.line);
}

function readSummaries(lines: readonly PrintedLine[]): Evaluation[] {
  const { text, starts, lineAt } = flowOf(lines);
  const ends = starts.filter((_, place) => END.test(lines[place]?.squeezed ?? '') || headingAt(lines, place) !== null);
  const endAfter = (from: number): number => ends.find((end) => end >= from) ?? text.length;
  const found = [...text.matchAll(SUMMARY)];
  return found.flatMap((match, place): Evaluation[] => {
    const [whole, name = ''] = match;
    const from = match.index + whole.length;
    const to = Math.min(from + REACH, found[place + 1]?.index ?? text.length, endAfter(from));
    const own = text.slice(from, to);
    const money = readMoneyOfText(own);
    const score = /自评得分(?:为|是)?:?(\d{1,3}(?:\.\d+)?)分/.exec(own)?.[1] ?? null;
    if ((score === null && money.amounts.length === 0) || NO_NAME.test(bare(name))) return [];
    const at = match.index + whole.indexOf(name);
    const source = sourceOf(lineAt(at), [name]);
    const department = /部门整体/.test(name);
    const subject = { scope: department ? 'DEPARTMENT' : 'PROJECT', name: department ? null : bare(name) } as const;
    return [{ ...subject, evaluator: 'SELF', weight: null, score, ...money, indicators: [], source }];
  });
}

function readProjectReports(lines: readonly PrintedLine[]): Evaluation[] {
  return lines.flatMap((line, place): Evaluation[] => {
    const name = headingAt(lines, place);
    if (name === null) return [];
    const rest = lines.slice(place + 1);
    const end = rest.findIndex((own, index) => END.test(own.squeezed) || headingAt(rest, index) !== null);
    const flow = flowOf(end < 0 ? rest.slice(0, 200) : rest.slice(0, end));
    const indicators = readIndicators(flow);
    const money = readMoneyOfText(flow.text.slice(0, flow.text.search(/项目绩效情况|$/)));
    if (indicators.length === 0 && money.amounts.length === 0) return [];
    const source = sourceOf(line, [name]);
    return [{ scope: 'PROJECT', name, evaluator: 'SELF', weight: null, score: null, ...money, indicators, source }];
  });
}

/** The project that a line, or one and the next that it is broken over, heads a report of. */
function headingAt(lines: readonly PrintedLine[], place: number): string | null {
  const [line, next] = [lines[place]?.squeezed ?? '', lines[place + 1]?.squeezed ?? ''];
  const match = REPORT_HEADING.exec(line) ?? (/报告/.test(line) ? null : REPORT_HEADING.exec(line + next));
  const name = bare(match?.[1] ?? '');
  return name === '' || NO_NAME.test(name) ? null : name;
}

/** `一是，办结率指标，年初指标值是100%。该指标按年初目标完成，…`: name, target, outcome. */
const ITEM =
  /[一二三四五六七八九十]{1,3}是[,，]([^,，。;；]{2,40})[,，]年初(?:设定)?(?:指标|目标)值(?:是|为)([^。;；]{1,60})[。;；,，]/g;

function readIndicators({ text, lineAt }: Flow): PerformanceIndicator[] {
  const found = [...text.matchAll(ITEM)];
  return found.flatMap((match, place): PerformanceIndicator[] => {
    const [whole, printed = '', target = ''] = match;
    if (readTarget(target) === null) return [];
    const name = printed.replace(/指标$/, '');
    const from = match.index + whole.length;
    const section = text.slice(from, found[place + 1]?.index ?? text.length);
    const actual = outcomeOf(section.split(/[(（]\d[)）]|[①-⑳]/, 1)[0] ?? '', { name, target });
    const source = sourceOf(lineAt(match.index), [printed, target, ...(actual === null ? [] : [actual])]);
    const levels = { level1: null, level2: null, inferredName: null };
    return [{ ...levels, name, target, actual, weight: null, score: null, source }];
  });
}

/** The clause that says what was reached in numbers, else the one that says that the goal was met; null where none does. */
function outcomeOf(section: string, own: { readonly name: string; readonly target: string }): string | null {
  const measure = (actual: string) => measureIndicator({ level2: null, inferredName: null, ...own, actual });
  const clauses = section.split(/[,，。;；]/).filter((clause) => clause !== '');
  return (
    clauses.find((clause) => measure(clause).actualValue !== null) ??
    clauses.slice(0, 1).find((clause) => measure(clause).met !== null) ??
    null
  );
}

/** As printed but for blanks and the width of marks: names keep their quotes. */
function withoutBlanks(clean: string): string {
  return clean.replace(/\s/g, '').replace(/[，：；（）％]/g, (mark) => mark.normalize('NFKC'));
}

/** A name without numbering and quotes around it. */
function bare(name: string): string {
  return name.replace(new RegExp(`^${NUMBERING}`), '').replace(/^《(.*)》(?:项目)?$/, '$1');
}

function flowOf(lines: readonly PrintedLine[]): Flow {
  const starts: number[] = [];
  let text = '';
  for (const { squeezed } of lines) {
    starts.push(text.length);
    text += squeezed;
  }
  const lineAt = (index: number): PrintedLine => {
    const place = starts.findLastIndex((start) => start <= index);
    return lines[Math.max(place, 0)] as PrintedLine;
  };
  return { text, starts, lineAt };
}

/** No longer than what names the numbers, and the numbers. */
function sourceOf({ number, page }: PrintedLine, words: readonly string[]): Source {
  return { table: null, section: null, line: number, page, text: words.join('，') };
}
