import type { PrintedUnit } from '../domain/closed-lists.js';
import { rejoin, squeeze } from '../domain/label.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import { isTableTitle } from './foreign-titles.js';
import {
  bodyStated,
  isFurniture,
  isNote,
  isPageNumber,
  isRunningTitle,
  tableNumber,
  unitMarked,
  unitStated,
  withoutUnit,
} from './furniture.js';
import { looksLikeAmount } from './printed-number.js';
import type { PrintedLine } from './printed-line.js';
import { matchTitle } from './titles.js';

/** What one page shows of one table: its title and unit where they are printed, its rows, the note below. */
export interface TablePage {
  readonly title: string | null;
  readonly number: string | null;
  /** Templates that have this title; empty where the title is lost. */
  readonly titled: readonly StatementDefinition[];
  /** The last short line of text before it, which names tables that are no statement. */
  readonly heading: string | null;
  /** UNKNOWN: a unit is stated, and it is none of ours. */
  unit: PrintedUnit | 'UNKNOWN' | null;
  /** The body that the lines above the table name. */
  readonly body: string | null;
  /** The last line before it that is the title of a report; null where there was none. */
  readonly report: string | null;
  /** How many headings of parts (第一部分 …) came before. */
  readonly part: number;
  /** GRID: the medium tells the cells apart; FLAT: only blanks do. */
  readonly medium: 'GRID' | 'FLAT';
  readonly lines: PrintedLine[];
  note: string;
}

interface Pending {
  title: string | null;
  titled: readonly StatementDefinition[];
  number: string | null;
  unit: PrintedUnit | 'UNKNOWN' | null;
  body: string | null;
}

const HEAD_WORDS =
  /^(?:[类款项]|项目|栏次|行次|科目名称|收入|支出|预算数|决算数|人员经费|公用经费|(?:功能|经济)分类(?:科目(?:编码)?)?|科目编码|支出项目类别.*|功能科目名称|.*经济科目)$/;
const FLAT_HEAD =
  /^(?:收入\s+支出|项\s*目|人员经费\s+公用经费|预算数\s+决算数|科目名称|支出项目类别|功能(?:分类)?科目|部门预算支出经济科目)/;
const MOST_BETWEEN = 3;
const PART_HEADING = /^第[一二三四五六七八九十]部分/;

/** Whether a row of cells is a head row: it has a head's word and no amount. */
export function isHeadRow(cells: readonly string[]): boolean {
  return cells.some((cell) => HEAD_WORDS.test(withoutUnit(cell).replace(/\s/g, ''))) && !cells.some(looksLikeAmount);
}

/** Cuts the lines of a document into the pages of its tables, in printed order; running text belongs to none. */
export function cutPages(lines: readonly PrintedLine[]): TablePage[] {
  const pages: TablePage[] = [];
  let pending = emptyPending();
  let open: TablePage | null = null;
  let noted: TablePage | null = null;
  let heading: string | null = null;
  let report: string | null = null;
  /** Short lines since the last row: what may stand between the rows of one page (a running header, a page number). */
  let between = 0;
  let part = 0;

  const start = (medium: TablePage['medium']): TablePage => {
    const page: TablePage = { ...pending, heading, report, part, medium, lines: [], note: '' };
    pages.push(page);
    pending = emptyPending();
    noted = null;
    return page;
  };

  for (const given of lines) {
    if (given.squeezed === '' || (open?.medium === 'FLAT' && isPageNumber(given.squeezed))) continue;
    const line = asText(given);
    if (line.cells && !isFurnitureRow(line.cells)) {
      noted = null;
      const last = pages.at(-1);
      if (!open && last?.medium === 'GRID' && !pending.title && between <= MOST_BETWEEN && !isHeadRow(line.cells))
        open = last;
      if (!open || open.medium === 'FLAT' || startsAgain(open, line.cells)) open = start('GRID');
      addRow(open, line);
      between = 0;
      continue;
    }
    between += line.squeezed.length > 60 || /[。；]/.test(line.squeezed) ? MOST_BETWEEN + 1 : 1;
    const titled = matchTitle(line.clean);
    if (isTableTitle(line.squeezed)) between = MOST_BETWEEN + 1;
    if (titled.length === 0 && isRunningTitle(line.squeezed)) report = line.squeezed;
    if (!isFurniture(line.squeezed))
      heading = line.squeezed.length <= 60 && !line.squeezed.includes('。') ? line.squeezed : null;
    if (titled.length > 0) {
      open = noted = null;
      const unit = unitMarked(line.squeezed) ?? pending.unit;
      pending = { ...pending, title: withoutUnit(rejoin(line.clean.replace(/^[\s#*-]+/, ''))), titled, unit };
    } else if (isNote(line.squeezed)) {
      between = MOST_BETWEEN + 1;
      noted = open ?? noted ?? pages.at(-1) ?? null;
      open = null;
      if (noted) noted.note += line.squeezed;
    } else if (PART_HEADING.test(line.squeezed)) {
      between = MOST_BETWEEN + 1;
      open = noted = null;
      part++;
      pending = emptyPending();
    } else if (
      open?.medium === 'FLAT' &&
      !tableNumber(line.squeezed) &&
      !isTableTitle(line.squeezed) &&
      !line.squeezed.includes('。')
    ) {
      open.lines.push(line);
    } else if (isFurniture(line.squeezed)) {
      open = null;
      pending.unit = unitStated(line.squeezed) ?? pending.unit;
      pending.number = tableNumber(line.clean) ?? pending.number;
      pending.body = bodyStated(line.squeezed) ?? pending.body;
    } else if (pending.title !== null && (FLAT_HEAD.test(line.clean.trim()) || (pending.unit && hasColumns(line)))) {
      open = start('FLAT');
      open.lines.push(line);
    } else {
      open = null;
      pending = emptyPending();
      if (noted && (noted as TablePage).note.length < 600) (noted as TablePage).note += line.squeezed;
    }
  }
  return pages;
}

/** Whether blanks part a line of text that is no sentence, as they part the heads of a table without cells. */
function hasColumns({ clean }: PrintedLine): boolean {
  return /\S\s+\S/.test(clean.trim()) && !/[。；，]/.test(clean);
}

/** Adds a row; a unit that its heads state is the page's, and two that differ are none. */
function addRow(page: TablePage, line: PrintedLine): void {
  const units = line.cells?.some(looksLikeAmount)
    ? []
    : (line.cells ?? []).map(unitMarked).filter((unit) => unit !== null);
  if (units.length === 0) {
    page.lines.push(line);
    return;
  }
  const [unit = null] = units;
  const stated = page.unit === null || page.unit === unit ? unit : 'UNKNOWN';
  page.unit = units.every((own) => own === unit) ? stated : 'UNKNOWN';
  page.lines.push({ ...line, cells: line.cells?.map(withoutUnit) ?? null });
}

/** A row of which one cell is filled, with a title, a unit, the name of the body or a note: it only looks like a row. */
function asText(line: PrintedLine): PrintedLine {
  const filled = (line.cells ?? []).filter((cell) => squeeze(cell) !== '');
  const [only = ''] = filled;
  if (filled.length !== 1 || !/[^\d\s]/.test(only)) return line;
  const around =
    matchTitle(only).length > 0 || isNote(squeeze(only)) || (isFurniture(squeeze(only)) && !/^\d/.test(only));
  return around ? { ...line, clean: only, squeezed: squeeze(only), cells: null, spans: null } : line;
}

function emptyPending(): Pending {
  return { title: null, titled: [], number: null, unit: null, body: null };
}

/** A row of cells that only names the body, the unit or the number of the table. */
function isFurnitureRow(cells: readonly string[]): boolean {
  const filled = cells.map(squeeze).filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => isFurniture(cell) && !/^\d/.test(cell));
}

function startsAgain(page: TablePage, cells: readonly string[]): boolean {
  return isHeadRow(cells) && page.lines.some((line) => line.cells?.some(looksLikeAmount));
}
