import type { AccountLevel, Classification } from './closed-lists.js';

/** First year of the present classifications; the edition of accounts of which no change is known. */
export const FIRST_EDITION = 2007;

/**
 * An account as a report names it. `key` tells accounts of one classification and edition apart: the code, else the statement,
 * the side and the path of normalised labels (`REVENUE_EXPENDITURE_SUMMARY/REVENUE/总计`).
 */
export interface AccountRef {
  readonly classification: Classification;
  readonly code: string | null;
  readonly key: string;
  readonly parentKey: string | null;
  readonly name: string;
  readonly level: AccountLevel | null;
  readonly edition: number;
}

const LEVEL_OF_LENGTH: Readonly<Record<number, AccountLevel>> = { 3: 'CATEGORY', 5: 'GROUP', 7: 'ITEM' };

/** 类, 款 or 项 by the digits of the code; null for anything that is no account code. */
export function levelOfCode(code: string): AccountLevel | null {
  return /^\d+$/.test(code) ? (LEVEL_OF_LENGTH[code.length] ?? null) : null;
}

/** The code one level up (2010301 → 20103 → 201), null for a 类. */
export function parentCode(code: string): string | null {
  return code.length > 3 ? code.slice(0, -2) : null;
}
