import type { Side } from '../domain/closed-lists.js';
import { squeeze } from '../domain/label.js';
import type { ColumnDefinition, StatementDefinition } from '../domain/statement-columns.js';
import { readFlatRows } from './flat-rows.js';
import { moneyColumn } from './grid-page.js';
import { looksLikeAmount } from './printed-number.js';
import type { PrintedLine } from './printed-line.js';
import type { PrintedRow, PrintedSide, ReadPage } from './printed-row.js';
import { identitiesHold } from './settle-cells.js';

/** A head found in running head text: the column it names and its place in the text. */
interface FoundHead {
  readonly place: number;
  readonly at: number;
  readonly printed: string;
}

interface FoundHeads {
  readonly heads: readonly FoundHead[];
  /** Whether all of them stand in one line: then they stand in the order of their columns. */
  readonly oneLine: boolean;
}

/**
 * Reads a page of which only the text is left, blanks between the columns. The heads must be those of the template, each as
 * often as there, and 栏次 (where printed) must count as many; which is which then follows from the template's order. Null
 * where they are not.
 */
export function readFlatPage(
  lines: readonly PrintedLine[],
  definition: StatementDefinition,
  pageIndex: number,
): ReadPage | null {
  const begin = firstDataLine(lines);
  if (begin < 0) return null;
  const found = findHeads(lines.slice(0, begin), Object.values(definition.columns).flat());
  if (!found) return null;
  const numbers = lines[begin - 1]?.squeezed.startsWith('栏次') ? (lines[begin - 1]?.clean.match(/\d+/g) ?? []) : [];
  if (numbers.length > 0 && numbers.length !== found.heads.length) return null;
  const readings = possibleOrders(found, definition).map((heads): ReadPage => {
    const sides = sidesOf(heads, definition);
    const rows = readFlatRows(lines.slice(begin), definition, sides, pageIndex);
    const moneyColumns = heads.length;
    return {
      sides,
      rows,
      exactHeads: moneyColumns,
      moneyColumns,
      weight: 3 * moneyColumns,
      remark: false,
      skipped: [],
    };
  });
  const whole = readings.filter(({ sides }) => sides.every(({ columns }) => columns.length > 0));
  const fits = whole.length < 2 ? whole : whole.filter(({ rows, sides }) => addsUp(rows, sides, definition));
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/**
 * The order of the columns: that of the heads where they stand in one line, that of the template where heads span others;
 * either where the heads are wrapped over lines and stand in another order than the template's.
 */
function possibleOrders({ heads, oneLine }: FoundHeads, { columns }: StatementDefinition): (readonly FoundHead[])[] {
  const byTemplate = [...heads].sort((a, b) => a.place - b.place);
  const byText = [...heads].sort((a, b) => a.at - b.at);
  const grouped = Object.values(columns)
    .flat()
    .some(({ groups }) => groups.length > 0);
  const same = byText.every((head, index) => head === byTemplate[index]);
  if (grouped || same) return [byTemplate];
  return oneLine ? [byText] : [byText, byTemplate];
}

function addsUp(
  rows: readonly PrintedRow[],
  sides: readonly PrintedSide[],
  { rowIdentities }: StatementDefinition,
): boolean {
  return rows.every(({ cells, sideIndex }) => identitiesHold(cells, sides[sideIndex]?.columns ?? [], rowIdentities));
}

function sidesOf(heads: readonly FoundHead[], { columns }: StatementDefinition): PrintedSide[] {
  let offset = 0;
  return Object.entries(columns).map(([name, definitions]): PrintedSide => {
    const from = offset;
    offset += definitions.length;
    const own = heads.filter(({ place }) => place >= from && place < offset);
    return {
      side: name === 'NONE' ? null : (name as Side),
      columns: own.map(({ place, printed }, index) => {
        const groups = definitions[place - from]?.groups[0];
        const label = groups ? `${groups} ${printed}` : printed;
        const match = { place: place - from, exact: true, label, leafHead: printed };
        return moneyColumn(match, definitions, name as Side | 'NONE', index, null);
      }),
    };
  });
}

function firstDataLine(lines: readonly PrintedLine[]): number {
  const numbering = lines.findIndex(({ squeezed, clean }) => squeezed.startsWith('栏次') || isCounting(clean));
  if (numbering >= 0) return numbering + 1;
  return lines.findIndex(
    ({ clean }) =>
      clean.trim().split(/\s+/).some(looksLikeAmount) || /^\s*\[?\d{3}(?:\d{2}){0,2}\]?(?:\s|$)/.test(clean),
  );
}

function isCounting(text: string): boolean {
  const parts = text.trim().split(/\s+/);
  return parts.length > 1 && parts.every((part, index) => part === String(index + 1));
}

/** What is left of the heads names columns that the template has not: amounts can't be counted off against its own. */
const OTHER_COLUMNS = /(?:19|20)\d{2}年.*(?:19|20)\d{2}年|人员经费|公用经费|上年|增减|执行数|比例|%/;

/** The template's columns in its order, if the head text names exactly them (or a leading part: funds come later by year). */
function findHeads(lines: readonly PrintedLine[], definitions: readonly ColumnDefinition[]): FoundHeads | null {
  const texts = lines
    .filter(({ squeezed }) => !squeezed.startsWith('栏次'))
    .map((line) => line.clean.replace(/\s/g, ''));
  let text = texts.join('');
  const found: FoundHead[] = [];
  const order = definitions
    .map((definition, place) => ({ definition, place }))
    .sort((a, b) => longest(b.definition) - longest(a.definition) || a.place - b.place);
  for (const { definition, place } of order) {
    const printed = takeHead(definition, text);
    if (printed === null) continue;
    const at = text.indexOf(printed);
    text = text.replace(printed, '\u0001'.repeat(printed.length));
    found.push({ place, at, printed });
  }
  const missing = definitions.filter((_, place) => !found.some((head) => head.place === place));
  if (missing.some((definition) => !definition.optional)) return null;
  const spans = definitions.flatMap(({ groups }) => groups.flatMap((group) => group.split(' ')));
  if (OTHER_COLUMNS.test(spans.reduce((rest, span) => rest.replaceAll(span, ''), text))) return null;
  const lineOf = (at: number): number => texts.findIndex((_, index) => at < texts.slice(0, index + 1).join('').length);
  return { heads: found, oneLine: new Set(found.map(({ at }) => lineOf(at))).size === 1 };
}

function longest({ heads }: ColumnDefinition): number {
  return Math.max(...heads.map((head) => head.length));
}

/** The first of the definition's heads that stands in the text, as it is printed there. */
function takeHead({ heads }: ColumnDefinition, text: string): string | null {
  for (const head of heads) {
    for (let at = 0; at + head.length <= text.length + 2; at++) {
      const printed = text.slice(at, at + head.length);
      if (squeeze(printed) === head) return printed;
    }
  }
  return null;
}
