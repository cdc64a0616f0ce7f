import type { GridRow } from './cell-grid.js';
import { takeBanded } from './pdf-bands.js';
import { partBlocks } from './pdf-blocks.js';
import type { Column } from './pdf-columns.js';
import { missingRulings } from './pdf-crowded-rows.js';
import type { TextLine } from './pdf-fragments.js';
import { lineUp, textOf } from './pdf-fragments.js';
import type { Glyph } from './pdf-glyphs.js';
import { readOpenTable } from './pdf-open-table.js';
import type { Drawing } from './pdf-operators.js';
import type { Ruling } from './pdf-paths.js';
import type { PageLine } from './pdf-torn-rows.js';
import { holds, middleOf, readLattice } from './pdf-ruled-table.js';
import type { Lattice } from './pdf-rulings.js';
import { groupRulings, joinRulings, latticeOf } from './pdf-rulings.js';
import type { RuledTable } from './pdf-torn-rows.js';
import { setUpright } from './pdf-turn.js';

interface Piece {
  readonly y: number;
  readonly lines: readonly PageLine[];
}

/** A page's lines, and the columns of its last table where no lines are drawn between them. */
export interface ReadPage {
  readonly lines: PageLine[];
  readonly columns: readonly Column[] | null;
  /** Its tables with lines around their cells, from top to bottom. */
  readonly ruled: readonly RuledTable[];
}

/**
 * The lines of a page from top to bottom: rows of its tables, and its other printed lines.
 * @param carried the columns that the page before ended with
 */
export function readPage(
  drawing: Pick<Drawing, 'glyphs' | 'rulings'>,
  carried: readonly Column[] | null = null,
): ReadPage {
  const { glyphs, rulings } = setUpright(drawing);
  const groups = groupRulings(joinRulings(rulings));
  const { tables, rest } = takeTables(groups, glyphs);
  const open = readOpenText(lineUp(rest), groups, tables.length > 0 ? null : carried);
  const pieces = [...tables, ...open.pieces].sort((a, b) => a.y - b.y);
  const ruled = [...tables].sort((a, b) => a.y - b.y);
  return { lines: pieces.flatMap(({ lines }) => lines), columns: open.columns, ruled };
}

/** Tables with lines around their cells, innermost first; what stands in none is left over. */
function takeTables(
  groups: readonly (readonly Ruling[])[],
  glyphs: readonly Glyph[],
): { tables: (Piece & RuledTable)[]; rest: Glyph[] } {
  const tables: (Piece & RuledTable)[] = [];
  let rest = [...glyphs];
  const lattices = groups.flatMap((group) => {
    const lattice = latticeOf(group);
    return lattice ? [{ group, lattice }] : [];
  });
  for (const { group, lattice } of lattices.sort((a, b) => areaOf(a.lattice) - areaOf(b.lattice))) {
    const within = rest.filter((glyph) => holds(lattice, middleOf(glyph).x, middleOf(glyph).y));
    if (within.length === 0) continue;
    const missing = missingRulings(lattice, within);
    const ruled = readLattice((missing.length > 0 && latticeOf([...group, ...missing])) || lattice, within);
    if (!ruled) continue;
    tables.push({ y: lattice.ys[0] ?? 0, lines: asLines(ruled.rows), xs: lattice.xs, filled: ruled.filled });
    const taken = new Set(within);
    rest = rest.filter((glyph) => !taken.has(glyph));
  }
  return { tables, rest };
}

function areaOf({ xs, ys }: Lattice): number {
  return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0));
}

function asLines(rows: readonly GridRow[]): PageLine[] {
  return rows
    .filter(({ cells }) => cells.some((text) => text !== ''))
    .map((row) => ({ text: row.cells.join('\t'), ...row }));
}

/** What stands outside the cells that lines are drawn around: tables without such lines, and text. */
function readOpenText(
  lines: readonly TextLine[],
  groups: readonly (readonly Ruling[])[],
  carried: readonly Column[] | null,
): { pieces: Piece[]; columns: readonly Column[] | null } {
  const banded = takeBanded(lines, groups);
  const blocks = partBlocks(banded.rest);
  const tables = [
    ...banded.tables,
    ...blocks.filter(({ kind }) => kind === 'TABLE').map((block) => ({ ...block, settled: false })),
  ].sort((a, b) => topOf(a.lines) - topOf(b.lines));
  const pieces = blocks.filter(({ kind }) => kind === 'TEXT').flatMap((block) => asText(block.lines));
  let columns = carried;
  for (const { lines: own, settled } of tables) {
    const table = readOpenTable(own, settled, columns);
    columns = table?.columns ?? null;
    pieces.push(...(table ? [{ y: topOf(own), lines: asLines(table.rows) }] : asText(own)));
  }
  return { pieces, columns };
}

function asText(lines: readonly TextLine[]): Piece[] {
  return lines.map((line) => ({ y: topOf([line]), lines: [{ text: textOf(line.fragments) }] }));
}

function topOf([first]: readonly TextLine[]): number {
  return first ? first.y - first.size : 0;
}
