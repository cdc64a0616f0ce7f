import type { AmountUnit } from '../generated/graphql';
import { readChoice, readList, readText, readYear } from './search-text';
import { UNITS } from './compare-address';
import type { Unread } from './search-text';

export const BOARDS = ['three-official', 'performance', 'composition'] as const;
export type Board = (typeof BOARDS)[number];

/** What a board shows: of which districts, of which year. */
export interface BoardAddress {
  /** None: all that have a report of the year. */
  readonly districts: readonly string[];
  /** undefined: the newest year that most of them have. */
  readonly year: number | undefined;
  readonly unit: AmountUnit;
  readonly classification: 'FUNCTIONAL' | 'ECONOMIC';
  /** The figure that is explained, `printCellKey`. */
  readonly cell: string | undefined;
}

export const BOARD_DEFAULTS = { unit: 'WAN_YUAN', classification: 'FUNCTIONAL' } as const;

export function readBoardAddress(raw: Unread<BoardAddress>): BoardAddress {
  return {
    districts: readList(raw.districts).filter((code) => /^\d{6}$/.test(code)),
    year: readYear(raw.year),
    unit: readChoice(raw.unit, UNITS),
    classification: readChoice(raw.classification, ['FUNCTIONAL', 'ECONOMIC']),
    cell: readText(raw.cell),
  };
}
