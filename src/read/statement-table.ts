import type { PrintedUnit, ReportKind } from '../domain/closed-lists.js';
import { squeeze } from '../domain/label.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import { isDamagedCopy } from './body-names.js';
import type { ContentsEntry } from './contents-list.js';
import { otherYears } from './foreign-titles.js';
import { readNumber } from './printed-number.js';
import type { Recognised } from './recognise-page.js';
import { recognise, settleByTotals } from './recognise-page.js';
import type { ReportHeading } from './report-heading.js';
import { isTitleOfAnother } from './report-heading.js';
import type { PrintedLine } from './printed-line.js';
import type { PrintedRow, PrintedSide, ReadPage } from './printed-row.js';
import type { TablePage } from './table-page.js';

/** All pages of one statement, read with one set of columns. */
export interface StatementTable {
  readonly definition: StatementDefinition;
  /** As printed above the table, else in the list of contents; null where neither names it. */
  readonly title: string | null;
  readonly number: string | null;
  readonly recognisedBy: 'TITLE' | 'COLUMN_HEADS';
  readonly unit: PrintedUnit | null;
  /** Whether on one page at least every head is exactly that of the template. */
  readonly headsExact: boolean;
  readonly note: string;
  readonly sides: readonly PrintedSide[];
  readonly rows: readonly PrintedRow[];
  /** Heads of columns that hold no figures of this report. */
  readonly skipped: readonly string[];
}

/** A page that was not read: it bears a statement's title but not its columns, or amounts among the statements and no title. */
export interface UnreadPage {
  readonly definition: StatementDefinition | null;
  readonly title: string | null;
  readonly line: PrintedLine;
  readonly amounts: number;
  /** Why it may not be read, where its columns are not the reason. */
  readonly refusal: string | null;
  /** The part of the document in which it stands, see TablePage. */
  readonly part: number;
}

/** Recognises the statements of a report among the pages of its tables: by title, and by column heads where it is lost. */
export function recogniseStatements(
  pages: readonly TablePage[],
  heading: ReportHeading,
  contents: ReadonlyMap<StatementDefinition, ContentsEntry>,
): { tables: StatementTable[]; unread: UnreadPage[] } {
  const { kind, department, year } = heading;
  const byDefinition = new Map<StatementDefinition, Recognised[]>();
  const unread: UnreadPage[] = [];
  /** Pages whose heads fit several statements, in groups that follow each other without a 合计 of their own. */
  const ambiguous: (readonly Recognised[])[][] = [];
  const keep = (recognised: Recognised): void => {
    const own = byDefinition.get(recognised.definition) ?? [];
    byDefinition.set(recognised.definition, [...own, recognised]);
  };
  let previous: Recognised | null = null;
  let open: (readonly Recognised[])[] | null = null;
  const titled = pages.filter((page) => page.titled.length > 0);
  const ofOtherYears = titled.filter(({ title }) => otherYears(title, year).length > 0);
  const yearCounts = ofOtherYears.length * 2 < titled.length;
  for (const page of pages) {
    const refusal =
      refusalOf(page, department) ??
      (page.report !== null && isTitleOfAnother(page.report, heading)
        ? `expected a table of this report, got one below the title “${page.report}” of another`
        : yearCounts && ofOtherYears.includes(page)
          ? `expected a table of ${year}, got one of ${otherYears(page.title, year).join()}`
          : null);
    const candidates: readonly Recognised[] =
      refusal === null ? recognise(page, { kind, year }, previous, byDefinition) : [];
    const recognised = candidates.length === 1 ? candidates[0] : undefined;
    if (candidates.length > 1) {
      if (open && !hasTotal(candidates)) open.push(candidates);
      else ambiguous.push((open = [candidates]));
      continue;
    }
    open = null;
    if (recognised) keep((previous = recognised));
    else unread.push(...unreadOf(page, kind, refusal));
  }
  for (const group of ambiguous) {
    const settled = settleByTotals(group[0] ?? [], [...byDefinition.values()].flat());
    const chosen = group.map((candidates) => candidates.find(({ definition }) => definition === settled?.definition));
    chosen.forEach((own, at) => {
      const page = group[at]?.[0]?.page;
      if (own) keep(onPage(own, at));
      else if (page) unread.push(...unreadOf(page, kind, null));
    });
  }
  for (const [definition, own] of byDefinition) {
    const strays = findStrays(own, pages);
    if (strays.length === 0) continue;
    byDefinition.set(
      definition,
      own.filter((page) => !strays.includes(page)),
    );
    unread.push(...strays.flatMap(({ page }) => unreadOf(page, kind, STRAY)));
  }
  const parts = new Set([...byDefinition.values()].flat().map(({ page }) => page.part));
  const missed = unread.filter(
    ({ definition, amounts, part }) => definition !== null || (amounts > 0 && parts.has(part)),
  );
  return { tables: [...byDefinition.values()].map((own) => joinPages(own, contents)), unread: missed };
}

const STRAY = 'expected a title above a table with the heads of another that has one, got none';

/** Pages without a title that neither go on nor begin a table of which another page has its title: their heads fit it, and they may be of another. */
function findStrays(own: readonly Recognised[], pages: readonly TablePage[]): readonly Recognised[] {
  if (!own.some(({ page }) => page.titled.length > 0)) return [];
  const kept = new Set<TablePage>();
  return own.filter(({ page }) => {
    const before = pages[pages.indexOf(page) - 1];
    const belongs = page.titled.length > 0 || (before !== undefined && kept.has(before));
    if (belongs) kept.add(page);
    return !belongs;
  });
}

/** What is said of a page that is not read; nothing of one that shows performance, which has a reader of its own. */
function unreadOf(page: TablePage, kind: ReportKind, refusal: string | null): UnreadPage[] {
  const [line] = page.lines;
  const definition = page.titled.find((own) => own.kind === kind) ?? null;
  const performance = page.lines.some(({ cells }) => cells?.some((cell) => /指标|绩效(?!工资)/.test(squeeze(cell))));
  if (!line || (definition === null && performance)) return [];
  const amounts = page.lines.flatMap(({ cells }) => amountsBehindName(cells ?? [])).length;
  return [{ definition, title: page.title, line, amounts, refusal, part: page.part }];
}

/** Cells that may be amounts: numbers with decimals or of more digits than a count, a year aside, behind a name. */
function amountsBehindName(cells: readonly string[]): string[] {
  const name = cells.findIndex((cell) => /\p{Script=Han}/u.test(cell));
  return cells.filter((cell, at) => {
    const number = readNumber(cell);
    if (number.kind !== 'VALUE') return false;
    return (
      /[.,]/.test(cell) || (at > name && /^-?\d{4,}$/.test(number.decimal) && !/^(?:19|20)\d{2}$/.test(number.decimal))
    );
  });
}

/** The page as a later one of its statement. */
function onPage(recognised: Recognised, pageIndex: number): Recognised {
  const { read } = recognised;
  return { ...recognised, read: { ...read, rows: read.rows.map((row) => ({ ...row, pageIndex })) } };
}

function hasTotal(candidates: readonly Recognised[]): boolean {
  return candidates.some(({ read }) => read.rows.some(({ code, label }) => code === null && squeeze(label) === '合计'));
}

/** A page of another body, or in a unit that is none of ours. */
function refusalOf({ body, unit }: TablePage, department: string): string | null {
  if (unit === 'UNKNOWN') return 'expected a unit of 元, 千元, 万元 or 亿元, got another';
  const foreign = body !== null && !isSameBody(squeeze(body), squeeze(department));
  return foreign ? `expected a table of the 部门 ${department}, got one of ${body}` : null;
}

/** Names of one body differ by a damaged character, or one has something behind (本级, 汇总). */
function isSameBody(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a) || isDamagedCopy(a, b);
}

function joinPages(
  pages: readonly Recognised[],
  contents: ReadonlyMap<StatementDefinition, ContentsEntry>,
): StatementTable {
  const first = pages[0] as Recognised;
  const best = pages.reduce((a, b) => (b.read.weight > a.read.weight ? b : a)).read;
  const listed = contents.get(first.definition);
  const title = pages.map(({ page }) => page.title).find((text) => text !== null) ?? null;
  return {
    definition: first.definition,
    title: title ?? listed?.title ?? null,
    number: pages.map(({ page }) => page.number).find((text) => text !== null) ?? listed?.number ?? null,
    recognisedBy: title === null ? 'COLUMN_HEADS' : 'TITLE',
    unit: pages.flatMap(({ page: { unit } }) => (unit === null || unit === 'UNKNOWN' ? [] : [unit]))[0] ?? null,
    headsExact: pages.some(({ read }) => read.exactHeads === read.moneyColumns),
    note: pages.map(({ page }) => page.note).join(''),
    sides: best.sides,
    skipped: [...new Set(pages.flatMap(({ read }) => read.skipped))],
    rows: pages.flatMap(({ read }) => alignRows(read, best)),
  };
}

/** Rows with their cells in the order of the best page's columns: by place where the page's own heads are sure or differ in number. */
function alignRows(read: ReadPage, best: ReadPage): readonly PrintedRow[] {
  const sure = read.exactHeads === read.moneyColumns;
  const same = read.sides.every(({ columns }, side) => columns.length === best.sides[side]?.columns.length);
  if (read === best || (same && !sure)) return read.rows;
  return read.rows.map((row) => {
    const own = read.sides[row.sideIndex]?.columns ?? [];
    const wanted = best.sides[row.sideIndex]?.columns ?? [];
    if (row.cells.length !== own.length) return row;
    const cells = wanted.map(({ place }) => row.cells[own.findIndex((column) => column.place === place)] ?? '');
    const lost = row.cells.filter((cell, at) => cell !== '' && !wanted.some(({ place }) => place === own[at]?.place));
    return { ...row, cells, misplaced: [...row.misplaced, ...lost] };
  });
}
