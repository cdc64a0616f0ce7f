import type { Meaning, PrintedRow, PrintedTable } from './printed-tables.js';
import { HUNDREDTH } from './amounts.js';
import type { Draw } from './draw.js';

/** Misprints a 款 of 支出决算表, or leaves out one of the 项 that it is the sum of, as reports happen to do. */
export function plantFault(tables: readonly PrintedTable[], draw: Draw): readonly PrintedTable[] {
  return tables.map((table) => {
    if (table.template.statement !== 'EXPENDITURE') return table;
    const rows = table.lines.flat();
    const groups = rows.filter((row) => accountOf(row).level === 'GROUP');
    const group = groups[draw.within(0, groups.length - 1)] as PrintedRow;
    const items = rows.filter((row) => accountOf(row).parentKey === accountOf(group).code);
    const isLeftOut = draw.chance(500) && items.length > 1;
    const lines = isLeftOut ? leaveOut(table.lines, items[0] as PrintedRow) : misprint(table.lines, group, draw);
    return { ...table, lines };
  });
}

type Lines = PrintedTable['lines'];

function leaveOut(lines: Lines, victim: PrintedRow): Lines {
  return lines.filter((rows) => !rows.includes(victim));
}

function misprint(lines: Lines, victim: PrintedRow, draw: Draw): Lines {
  const off = BigInt(draw.within(1, 9)) * 1000n * HUNDREDTH;
  const amounts = victim.amounts.map((fen, at) => (at === 0 && fen !== null ? fen + off : fen));
  return lines.map((rows) => rows.map((row) => (row === victim ? { ...row, amounts } : row)));
}

function accountOf({ meaning }: PrintedRow): Meaning['account'] {
  return (meaning as Meaning).account;
}
