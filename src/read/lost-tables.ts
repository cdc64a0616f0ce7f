import type { ReportKind, Statement } from '../domain/closed-lists.js';
import type { Issue } from '../domain/report.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import type { ContentsEntry } from './contents-list.js';
import { isTableTitle } from './foreign-titles.js';
import { isPageNumber } from './furniture.js';
import type { PrintedLine } from './printed-line.js';
import { looksLikeAmount } from './printed-number.js';
import type { TablePage } from './table-page.js';
import { matchTitle } from './titles.js';

const PART_HEADING = /^第[一二三四五六七八九十]部分/;
const SENTENCE = /[。；;，：]|\d(?:[千万亿]?元|%)/;
/** That there is nothing to show stands below a title in the place of the table. */
const NOTHING_TO_SHOW =
  /没有|未(?:安排|发生|使用)|无(?:此|相关|内容|数据|政府性|国有|财政拨款|收|支|预算)|空表|表为空|不涉及|为零/;
const MOST_BETWEEN = 3;
const FEWEST_AMOUNTS = 3;

/**
 * An issue for each statement that the list of contents or a line of its own names, and that is not among the `found`: what was
 * read, or refused with an issue of its own.
 */
export function reportLostTables(
  lines: readonly PrintedLine[],
  kind: ReportKind,
  contents: ReadonlyMap<StatementDefinition, ContentsEntry>,
  found: ReadonlySet<Statement>,
): Issue[] {
  const listed = [...contents].filter(([definition]) => definition.kind === kind && !found.has(definition.statement));
  const known = new Set([...found, ...[...contents.keys()].map(({ statement }) => statement)]);
  return [
    ...listed.map(([{ statement }, { number, title, line }]) => ({
      message: `expected ${number}${title} of the list of contents, found no such table`,
      statement,
      source: sourceOf(line),
    })),
    ...titlesWithoutTables(lines, kind, known).map(([{ statement }, line]) => ({
      message: `expected a table below the title ${aloneOn(line)}, found none`,
      statement,
      source: sourceOf(line),
    })),
  ];
}

/** The first line with each title of a statement that is not known, but for those that say that there is nothing to show. */
function titlesWithoutTables(
  lines: readonly PrintedLine[],
  kind: ReportKind,
  known: ReadonlySet<Statement>,
): [StatementDefinition, PrintedLine][] {
  const titled = new Map<Statement, [StatementDefinition, PrintedLine]>();
  for (const [at, line] of lines.entries()) {
    const own = matchTitle(aloneOn(line)).filter((definition) => definition.kind === kind);
    const [first] = own;
    if (!first || own.some(({ statement }) => known.has(statement) || titled.has(statement))) continue;
    const below = lines.slice(at + 1, at + 1 + 2 * MOST_BETWEEN);
    if (!below.some(({ squeezed }) => NOTHING_TO_SHOW.test(squeezed))) titled.set(first.statement, [first, line]);
  }
  return [...titled.values()];
}

/** The text of a line, or of its only cell; '' where it has more cells. */
function aloneOn({ clean, cells }: PrintedLine): string {
  const [only = clean.trim(), ...others] = cells?.filter((cell) => cell !== '') ?? [];
  return others.length > 0 ? '' : only;
}

/** An issue for each run of lines among the tables that show amounts as rows do and belong to no page of any table. */
export function reportLooseRows(lines: readonly PrintedLine[], pages: readonly TablePage[]): Issue[] {
  const owned = new Set(pages.flatMap((page) => page.lines.map(({ number }) => number)));
  const [first, end] = tablesPart(lines, pages);
  const runs: { line: PrintedLine; amounts: number }[] = [];
  let open: (typeof runs)[number] | null = null;
  let between = 0;
  for (const line of lines.slice(first, end)) {
    const isOwned = owned.has(line.number);
    const amounts = isOwned || line.cells ? 0 : amountsOfRow(line);
    if (amounts > 0) {
      if (!open) runs.push((open = { line, amounts: 0 }));
      open.amounts += amounts;
      between = 0;
    } else if (line.squeezed !== '' && (++between > MOST_BETWEEN || isOwned || isTableTitle(line.squeezed)))
      open = null;
  }
  return runs
    .filter(({ amounts }) => amounts >= FEWEST_AMOUNTS)
    .map(({ line, amounts }) => ({
      message: `expected a table with a known title or known heads, got one with ${amounts} amounts: table refused`,
      statement: null,
      source: sourceOf(line),
    }));
}

/** From the first page below a title to the end of the part in which the last one stands, as places among the lines; empty without such a page. */
function tablesPart(lines: readonly PrintedLine[], pages: readonly TablePage[]): [first: number, end: number] {
  const numbers = new Set(pages.flatMap(({ titled, lines: [own] }) => (titled.length > 0 && own ? [own.number] : [])));
  const last = lines.findLastIndex(({ number }) => numbers.has(number));
  const next = lines.findIndex(({ squeezed }, at) => at > last && PART_HEADING.test(squeezed));
  return [
    Math.max(
      0,
      lines.findIndex(({ number }) => numbers.has(number)),
    ),
    next < 0 ? last + 1 : next,
  ];
}

function amountsOfRow({ clean, squeezed }: PrintedLine): number {
  if (SENTENCE.test(clean) || isPageNumber(squeezed)) return 0;
  return clean.split(/\s+/).filter(looksLikeAmount).length;
}

function sourceOf({ number, page, text }: PrintedLine): Issue['source'] {
  return { table: null, section: null, line: number, page, text };
}
