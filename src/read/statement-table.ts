import type { PrintedUnit, ReportKind } from '../domain/closed-lists.js';
import { squeeze } from '../domain/label.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import { STATEMENT_DEFINITIONS } from '../domain/statement-definitions.js';
import { isDamagedCopy } from './body-names.js';
import type { ContentsEntry } from './contents-list.js';
import { readFlatPage } from './flat-page.js';
import { readGridPage } from './grid-page.js';
import { looksLikeAmount } from './printed-number.js';
import type { ReportHeading } from './report-heading.js';
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
  readonly note: string;
  readonly sides: readonly PrintedSide[];
  readonly rows: readonly PrintedRow[];
}

/** A page that was not read: it bears a statement's title but not its columns, or amounts among the statements and no title. */
export interface UnreadPage {
  readonly definition: StatementDefinition | null;
  readonly title: string | null;
  readonly line: PrintedLine;
  readonly amounts: number;
  /** Why it may not be read, where its columns are not the reason. */
  readonly refusal: string | null;
}

interface Recognised {
  readonly page: TablePage;
  readonly definition: StatementDefinition;
  readonly read: ReadPage;
}

/** Recognises the statements of a report among the pages of its tables: by title, and by column heads where it is lost. */
export function recogniseStatements(
  pages: readonly TablePage[],
  { kind, department }: Pick<ReportHeading, 'kind' | 'department'>,
  contents: ReadonlyMap<StatementDefinition, ContentsEntry>,
): { tables: StatementTable[]; unread: UnreadPage[] } {
  const byDefinition = new Map<StatementDefinition, Recognised[]>();
  const unread: UnreadPage[] = [];
  let previous: Recognised | null = null;
  for (const page of pages) {
    const refusal = refusalOf(page, department);
    const recognised: Recognised | null = refusal === null ? recognise(page, kind, previous, byDefinition) : null;
    if (recognised) {
      const own = byDefinition.get(recognised.definition) ?? [];
      byDefinition.set(recognised.definition, [...own, recognised]);
      previous = recognised;
    } else if (page.lines[0]) {
      const definition = page.titled.find((own) => own.kind === kind) ?? null;
      const amounts = page.lines.flatMap(({ cells }) => cells ?? []).filter(looksLikeAmount).length;
      unread.push({ definition, title: page.title, line: page.lines[0], amounts, refusal });
    }
  }
  const read = [...byDefinition.values()].flat().map(({ page }) => page.lines[0]?.number ?? 0);
  const [first, last] = [Math.min(...read), Math.max(...read)];
  const missed = unread.filter(
    ({ definition, amounts, line }) =>
      definition !== null || (amounts > 0 && line.number > first && line.number < last),
  );
  return { tables: [...byDefinition.values()].map((own) => joinPages(own, contents)), unread: missed };
}

function recognise(
  page: TablePage,
  kind: ReportKind,
  previous: Recognised | null,
  known: ReadonlyMap<StatementDefinition, readonly Recognised[]>,
): Recognised | null {
  const attempt = (definition: StatementDefinition): Recognised | null => {
    const pageIndex = known.get(definition)?.length ?? 0;
    const read = (page.medium === 'GRID' ? readGridPage : readFlatPage)(page.lines, definition, pageIndex);
    return read ? { page, definition, read } : null;
  };
  const titled = page.titled.filter((definition) => definition.kind === kind);
  if (titled.length > 0) {
    const fits = titled.map(attempt).filter((found): found is Recognised => found !== null && fitsTitled(found.read));
    return fits[0] ?? null;
  }
  if (page.medium === 'FLAT' || (previous && previous.page.part !== page.part)) return null;
  const before = previous?.definition ?? null;
  const fits = STATEMENT_DEFINITIONS.filter((definition) => definition.kind === kind)
    .map(attempt)
    .filter((found): found is Recognised => found !== null && fitsUntitled(found, before));
  const best = Math.max(...fits.map(({ read }) => read.weight));
  const winners = fits.filter(({ read }) => read.weight === best);
  return (
    winners.find(({ definition }) => definition === before) ?? (winners.length === 1 ? (winners[0] ?? null) : null)
  );
}

/** What the units spend basic expenditure on; the tables of projects have the same columns. */
const BASIC_MONEY = /^(?:工资福利支出|商品和服务支出|对个人和家庭的补助)(?:支出)?(?:合计)?$/;

/** Below a title half of the heads will do, or one where the others are lost and the columns are as many as the template's. */
function fitsTitled({ exactHeads, moneyColumns, sides }: ReadPage): boolean {
  const placed = sides.every(({ columns }) => columns.every(({ place }) => place !== null));
  return exactHeads * 2 >= moneyColumns || (exactHeads > 0 && placed);
}

/** Without a title the heads must speak for themselves: all of them, in a table of that shape; less on a continued page. */
function fitsUntitled({ definition, read }: Recognised, previous: StatementDefinition | null): boolean {
  const { exactHeads, moneyColumns, rows } = read;
  if (definition.remark !== read.remark || moneyColumns === 0) return false;
  if (definition.shape === 'BY_UNIT' && !read.remark && !rows.some(({ label }) => BASIC_MONEY.test(squeeze(label))))
    return false;
  if (definition === previous && exactHeads * 2 >= moneyColumns) return true;
  if (exactHeads < moneyColumns || moneyColumns < 2) return false;
  const coded = rows.filter(({ code }) => code !== null).length;
  if (definition.shape === 'CODED' || definition.shape === 'LANES') return coded * 2 >= rows.length;
  return coded === 0;
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
    note: pages.map(({ page }) => page.note).join(''),
    sides: best.sides,
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
