import type { Side } from '../domain/closed-lists.js';
import { squeeze } from '../domain/label.js';
import type { ColumnDefinition, StatementDefinition } from '../domain/statement-columns.js';
import { readFlatRows } from './flat-rows.js';
import { moneyColumn } from './grid-page.js';
import { looksLikeAmount } from './printed-number.js';
import type { PrintedLine } from './printed-line.js';
import type { PrintedSide, ReadPage } from './printed-row.js';

/** A head found in running head text: the column it names and its place in the text. */
interface FoundHead {
  readonly place: number;
  readonly at: number;
  readonly printed: string;
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
  const heads = lines.slice(0, begin);
  const names = Object.keys(definition.columns) as (Side | 'NONE')[];
  const found = findHeads(
    heads,
    names.flatMap((side) => definition.columns[side] ?? []),
  );
  if (!found) return null;
  const sides = names.map((side): PrintedSide => {
    const definitions = definition.columns[side] ?? [];
    const offset = names[0] === side ? 0 : (definition.columns[names[0] as Side]?.length ?? 0);
    const own = found.filter(({ place }) => place >= offset && place < offset + definitions.length);
    return {
      side: side === 'NONE' ? null : side,
      columns: own.map(({ place, printed }, index) => {
        const groups = definitions[place - offset]?.groups[0];
        const label = groups ? `${groups} ${printed}` : printed;
        return moneyColumn(
          { place: place - offset, exact: true, label, leafHead: printed },
          definitions,
          side,
          index,
          null,
        );
      }),
    };
  });
  if (sides.some(({ columns }) => columns.length === 0)) return null;
  const moneyColumns = sides.reduce((sum, { columns }) => sum + columns.length, 0);
  const numbers = lines[begin - 1]?.squeezed.startsWith('栏次') ? (lines[begin - 1]?.clean.match(/\d+/g) ?? []) : [];
  if (numbers.length > 0 && numbers.length !== moneyColumns) return null;
  const rows = readFlatRows(lines.slice(begin), definition, sides, pageIndex);
  return { sides, rows, exactHeads: moneyColumns, moneyColumns, weight: 3 * moneyColumns, remark: false };
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

/** The template's columns in its order, if the head text names exactly them (or a leading part: funds come later by year). */
function findHeads(lines: readonly PrintedLine[], definitions: readonly ColumnDefinition[]): FoundHead[] | null {
  let text = lines
    .filter(({ squeezed }) => !squeezed.startsWith('栏次'))
    .map((line) => line.clean.replace(/\s/g, ''))
    .join('');
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
  if (missing.some(({ fund }) => fund !== 'STATE_CAPITAL')) return null;
  const grouped = definitions.some(({ groups }) => groups.length > 0);
  return found.sort((a, b) => (grouped ? a.place - b.place : a.at - b.at));
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
