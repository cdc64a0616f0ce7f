import type { Fund, Part } from './closed-lists.js';

/** Whose money a column is about and which part of it; `column` tells columns apart whose head names neither. */
export interface SumColumn {
  readonly fund: Fund | null;
  readonly part: Part | null;
  readonly column: number | null;
}

/** Funds that hold others; ALL holds every one. */
const HELD_FUNDS: Readonly<Partial<Record<Fund, readonly Fund[]>>> = {
  APPROPRIATION: ['GENERAL_PUBLIC', 'GOVERNMENT_FUND', 'STATE_CAPITAL'],
  FISCAL_ACCOUNT: ['EDUCATION_FEES', 'OTHER_FISCAL_ACCOUNT'],
  SERVICE: ['EDUCATION_FEES'],
};

/** Whether all money of one column is in another too; what a head does not name is held by whatever it names. */
export function holds(wide: SumColumn, narrow: SumColumn): boolean {
  return holdsFund(wide.fund, narrow.fund) && holdsPart(wide.part, narrow.part) && isNamedOrSame(wide, narrow);
}

/** The column that holds all of the others; undefined where none does. */
export function findWidest(columns: readonly SumColumn[]): SumColumn | undefined {
  return columns.find((wide) => columns.every((narrow) => holds(wide, narrow)));
}

function holdsFund(wide: Fund | null, narrow: Fund | null): boolean {
  if (wide === narrow || wide === 'ALL') return true;
  if (wide === null) return false;
  return narrow === null || (HELD_FUNDS[wide] ?? []).includes(narrow);
}

function holdsPart(wide: Part | null, narrow: Part | null): boolean {
  return wide === narrow || wide === 'TOTAL' || (wide !== null && narrow === null);
}

function isNamedOrSame(wide: SumColumn, narrow: SumColumn): boolean {
  return wide.column === null || wide.column === narrow.column;
}
