import type { Meaning, PrintedRow, PrintedTable } from './printed-tables.js';
import { HUNDREDTH } from './amounts.js';
import type { Draw } from './draw.js';

/** Misprints a 款 of 支出决算表, or leaves out a 项 that it is the sum of, as reports happen to do. */
export function plantFault(tables: readonly PrintedTable[], draw: Draw): readonly PrintedTable[] {
  return tables.map((table) => {
    if (table.template.statement !== 'EXPENDITURE') return table;
    const items = table.lines.flat().filter((row) => accountOf(row).level === 'ITEM');
    const victim = items[draw.within(0, items.length - 1)] as PrintedRow;
    if (draw.chance(500)) return { ...table, lines: table.lines.filter((rows) => !rows.includes(victim)) };
    const sum = table.lines.flat().find((row) => accountOf(row).code === accountOf(victim).parentKey) as PrintedRow;
    const off = BigInt(draw.within(1, 9)) * 1000n * HUNDREDTH;
    const misprint = { ...sum, amounts: sum.amounts.map((fen, at) => (at === 0 && fen !== null ? fen + off : fen)) };
    return { ...table, lines: table.lines.map((rows) => rows.map((row) => (row === sum ? misprint : row))) };
  });
}

function accountOf({ meaning }: PrintedRow): Meaning['account'] {
  return (meaning as Meaning).account;
}
