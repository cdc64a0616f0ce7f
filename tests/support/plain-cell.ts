import type { ComparedCell } from '../../src/domain/compared-cell.js';

/** A cell with all that it shows read off, and without what lies behind it. */
export type PlainCell = Omit<ComparedCell, 'trace' | 'baselineTrace' | 'ranked'>;

const BEHIND = ['trace', 'baselineTrace'];

/** A cell computes what it is asked for: here it is asked for everything. */
export function plainCell(cell: ComparedCell): PlainCell {
  const fields = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(cell)));
  const shown = fields.filter(([name, { get }]) => get !== undefined && !BEHIND.includes(name));
  return Object.fromEntries(shown.map(([name]) => [name, cell[name as keyof PlainCell]])) as unknown as PlainCell;
}
