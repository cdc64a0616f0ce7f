import { judgeSum } from '../domain/money.js';
import type { Money } from '../domain/money.js';
import { normaliseName } from '../domain/account-path.js';
import { isNumbered } from '../domain/label.js';
import type { MeaningContext, RowMeaning } from './row-accounts.js';
import { namedAccount } from './row-accounts.js';
import type { SettledRow } from './settled-row.js';

const MOST_DETAILS = 24;
const MOST_STEPS = 20_000;

/**
 * Meanings of the rows of the non-tax table. Lines numbered 一、… are the main ones; the depth of the details below (one or
 * two) is that of the indentation where it is kept, else that in which every line with details adds up, else one.
 */
export function meaningsOfNonTax(context: MeaningContext, rows: readonly SettledRow[]): RowMeaning[] {
  const depths = depthsOf(rows);
  const path: string[] = [];
  return rows.map((row, index) => {
    const depth = depths[index] ?? 0;
    const name = normaliseName(row.label);
    path.length = Math.min(path.length, depth);
    path.push(name);
    const total = depth === 0 && !isNumbered(row.label);
    return {
      account: namedAccount(context, total ? 'BALANCE' : 'REVENUE', null, path),
      leaf: !total && (depths[index + 1] ?? 0) <= depth,
      unitName: null,
    };
  });
}

function depthsOf(rows: readonly SettledRow[]): number[] {
  const depths = rows.map(() => 0);
  for (let index = 0; index < rows.length; index++) {
    const head = rows[index] as SettledRow;
    if (!isNumbered(head.label)) continue;
    let end = index + 1;
    while (end < rows.length && !isDetailEnd(rows[end] as SettledRow)) end++;
    const details = rows.slice(index + 1, end);
    const nested = byIndent(details) ?? bySums(head, details) ?? details.map(() => 1);
    nested.forEach((depth, at) => (depths[index + 1 + at] = depth));
    index = end - 1;
  }
  return depths;
}

function isDetailEnd(row: SettledRow): boolean {
  return isNumbered(row.label) || /^(?:合计|总计)$/.test(normaliseName(row.label));
}

function byIndent(details: readonly SettledRow[]): number[] | null {
  const indents = details.map(({ indent }) => indent);
  if (indents.some((indent) => indent === null)) return null;
  const levels = [...new Set(indents as number[])].sort((a, b) => a - b);
  if (levels.length !== 2) return null;
  return (indents as number[]).map((indent) => levels.indexOf(indent) + 1);
}

/** The one nesting in which each line with details is the sum of its details; null where none or several fit. */
function bySums(head: SettledRow, details: readonly SettledRow[]): number[] | null {
  if (details.length === 0 || details.length > MOST_DETAILS) return null;
  const solutions: number[][] = [];
  let steps = 0;
  const place = (at: number, depths: readonly number[], mains: readonly SettledRow[]): void => {
    if (solutions.length > 1 || ++steps > MOST_STEPS) return;
    if (at === details.length) {
      if (addsUp(head, mains)) solutions.push([...depths]);
      return;
    }
    const own = details[at] as SettledRow;
    for (let end = at + 1; end <= details.length; end++) {
      const below = details.slice(at + 1, end);
      if (below.length === 0 || addsUp(own, below)) place(end, [...depths, 1, ...below.map(() => 2)], [...mains, own]);
    }
  };
  place(0, [], []);
  return solutions.length === 1 && steps <= MOST_STEPS ? (solutions[0] ?? null) : null;
}

function addsUp(whole: SettledRow, parts: readonly SettledRow[]): boolean {
  return whole.amounts.every((total, column) => {
    const terms = parts.map(({ amounts }) => amounts[column]).filter((money): money is Money => !!money);
    if (!total || terms.length === 0) return total === null && terms.length === 0;
    return judgeSum(total, terms) !== 'BROKEN';
  });
}
