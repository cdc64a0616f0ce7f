import type { Money } from '../domain/money.js';
import { judgeSum } from '../domain/money.js';
import type { PrintedUnit } from '../domain/closed-lists.js';
import type { RowIdentity } from '../domain/statement-columns.js';
import { possibleNumbers, readNumber, readNumbers, toMoney } from './printed-number.js';
import type { MoneyColumn } from './printed-row.js';

/** What a row's cells came to: an amount, nothing printed, or what stands there and can't be read. */
export interface SettledCells {
  readonly amounts: readonly (Money | null)[];
  /** Cells that were printed and are refused: place and text. */
  readonly refused: readonly { readonly index: number; readonly text: string }[];
  /** Cells of which several readings were possible and the row's identity (or the other print) chose one. */
  readonly settled: readonly { readonly index: number; readonly text: string }[];
}

interface CellReadings {
  readonly printed: boolean;
  /** Possible amounts, the likeliest first; one where the cell is clear. */
  readonly amounts: readonly Money[];
  readonly clear: boolean;
  readonly text: string;
}

const MOST_COMBINATIONS = 256;

/**
 * Reads the cells of one row, each maybe printed several times. Where prints disagree or a cell has several readings, the
 * row's identities must leave exactly one; otherwise the cell is refused.
 */
export function settleCells(
  prints: readonly (readonly string[])[],
  columns: readonly MoneyColumn[],
  identities: readonly RowIdentity[],
  unit: PrintedUnit,
  pointed: boolean,
): SettledCells {
  const readings = columns.map((_, index) =>
    readingsOf(
      prints.map((cells) => withoutMerged(cells, index)),
      unit,
      pointed,
    ),
  );
  const open = readings.flatMap(({ clear, printed }, index) => (printed && !clear ? [index] : []));
  const chosen = open.length === 0 ? null : choose(readings, open, columns, identities);
  const amounts = readings.map(({ clear, amounts: own }, index) =>
    clear ? (own[0] ?? null) : (chosen?.get(index) ?? null),
  );
  const at = (index: number): { index: number; text: string } => ({ index, text: readings[index]?.text ?? '' });
  return {
    amounts,
    refused: open.filter((index) => !chosen?.has(index)).map(at),
    settled: open.filter((index) => chosen?.has(index)).map(at),
  };
}

function readingsOf(texts: readonly string[], unit: PrintedUnit, pointed: boolean): CellReadings {
  const perPrint = texts.map((text) => possibleNumbers(text, pointed)).filter((own) => own.length > 0);
  const printed = texts.some((text) => readNumber(text).kind !== 'EMPTY');
  const decimals = [...new Set(perPrint.flat())];
  const amounts = decimals.map((decimal) => toMoney(decimal, unit)).filter((money) => money !== null);
  const distinct = amounts.filter((money, index) => amounts.findIndex(({ fen }) => fen === money.fen) === index);
  const unreadable = texts.some((text) => readNumber(text).kind === 'UNREADABLE');
  return {
    printed,
    amounts: distinct,
    clear: !printed || (distinct.length === 1 && !unreadable && perPrint.every((own) => own.length === 1)),
    text: texts.filter((text) => text !== '').join(' | '),
  };
}

/** Whether the row's identities hold within rounding for cells that are all clear; true where they can't be judged. */
export function identitiesHold(
  cells: readonly string[],
  columns: readonly MoneyColumn[],
  identities: readonly RowIdentity[],
): boolean {
  const amounts = cells.map((cell) => {
    const number = readNumber(cell);
    return number.kind === 'VALUE' ? (toMoney(number.decimal, 'WAN_YUAN') ?? undefined) : undefined;
  });
  if (amounts.length !== columns.length || amounts.some((money) => !money)) return true;
  return identities.every(({ total, parts }) => {
    const places = { total: placeOf(columns, total), parts: parts.map((part) => placeOf(columns, part)) };
    return holds(places, (index) => amounts[index], 'ROUNDED');
  });
}

/** Two numbers beside an empty cell may be that cell's and this one's: neither can be told. */
function withoutMerged(cells: readonly string[], index: number): string {
  const cell = cells[index] ?? '';
  const merged = isRepeated(cell) && index + 1 < cells.length && readNumber(cells[index + 1] ?? '').kind === 'EMPTY';
  return merged ? `${cell} ?` : cell;
}

/** One number printed twice in its cell. */
function isRepeated(text: string): boolean {
  const numbers = readNumbers(text);
  return numbers.length > 1 && new Set(numbers).size === 1;
}

function choose(
  readings: readonly CellReadings[],
  open: readonly number[],
  columns: readonly MoneyColumn[],
  identities: readonly RowIdentity[],
): Map<number, Money> | null {
  const usable = identities
    .map(({ total, parts }) => ({ total: placeOf(columns, total), parts: parts.map((part) => placeOf(columns, part)) }))
    .filter(({ total, parts }) => total >= 0 && [total, ...parts].some((index) => open.includes(index)));
  if (
    usable.length === 0 ||
    !open.every((index) => usable.some((own) => own.total === index || own.parts.includes(index)))
  )
    return null;
  const count = open.reduce((product, index) => product * (readings[index]?.amounts.length ?? 0), 1);
  if (count === 0 || count > MOST_COMBINATIONS) return null;
  const exact: Map<number, Money>[] = [];
  const rounded: Map<number, Money>[] = [];
  for (let pick = 0; pick < count; pick++) {
    const choice = new Map<number, Money>();
    open.reduce((rest, index) => {
      const own = readings[index]?.amounts ?? [];
      choice.set(index, own[rest % own.length] as Money);
      return Math.floor(rest / own.length);
    }, pick);
    const amount = (index: number): Money | undefined => choice.get(index) ?? readings[index]?.amounts[0];
    if (usable.every((identity) => holds(identity, amount, 'EXACT'))) exact.push(choice);
    else if (usable.every((identity) => holds(identity, amount, 'ROUNDED'))) rounded.push(choice);
  }
  const letters = open.some((index) => /[OolI|]/.test(readings[index]?.text.replaceAll(' | ', '') ?? ''));
  const solutions = exact.length > 0 || letters ? exact : rounded;
  return solutions.length === 1 ? (solutions[0] ?? null) : null;
}

function placeOf(columns: readonly MoneyColumn[], place: number): number {
  return columns.findIndex((column) => column.place === place);
}

function holds(
  identity: RowIdentity,
  amount: (index: number) => Money | undefined,
  strictness: 'EXACT' | 'ROUNDED',
): boolean {
  const total = amount(identity.total);
  if (!total) return false;
  const parts = identity.parts
    .filter((index) => index >= 0)
    .map(amount)
    .filter((money) => money !== undefined);
  const outcome = judgeSum(total, parts);
  return outcome === 'EXACT' || (outcome === 'ROUNDING' && strictness === 'ROUNDED');
}
