import type { AmountUnit, Classification, MetricKey } from '../generated/graphql';
import { UNITS } from './compare-address';
import { readChoice, readList, readText, readYear } from './search-text';
import type { Unread } from './search-text';

export const BOARDS = ['three-official', 'performance', 'composition'] as const;
export type Board = (typeof BOARDS)[number];
export const CLASSIFICATIONS = ['FUNCTIONAL', 'ECONOMIC'] as const satisfies readonly Classification[];
/** 三公 and what it is made of, one of which is drawn at a time. */
export const THREE_OFFICIAL = [
  'THREE_OFFICIAL_EXPENSES',
  'TRAVEL_ABROAD',
  'VEHICLE_EXPENSES',
  'HOSPITALITY',
] as const satisfies readonly MetricKey[];

/** What a board shows: of which districts, of which year. */
export interface BoardAddress {
  /** None: all that have a report of the year. */
  readonly districts: readonly string[];
  /** undefined: the newest year that most of them have. */
  readonly year: number | undefined;
  readonly unit: AmountUnit;
  readonly classification: (typeof CLASSIFICATIONS)[number];
  /** Of 三公, what is drawn beside its budget. */
  readonly measure: (typeof THREE_OFFICIAL)[number];
  /** Performance of districts, or of each of their departments. */
  readonly of: 'DISTRICT' | 'DEPARTMENT';
  /** The figure that is explained, `printCellKey`, and the question that it answers, spelled as that of the compare view. */
  readonly cell: string | undefined;
  readonly asked: string | undefined;
}

export const BOARD_DEFAULTS = {
  unit: 'WAN_YUAN',
  classification: 'FUNCTIONAL',
  measure: 'THREE_OFFICIAL_EXPENSES',
  of: 'DISTRICT',
} as const;

export function readBoardAddress(raw: Unread<BoardAddress>): BoardAddress {
  return {
    districts: readList(raw.districts).filter((code) => /^\d{6}$/.test(code)),
    year: readYear(raw.year),
    unit: readChoice(raw.unit, UNITS),
    classification: readChoice(raw.classification, CLASSIFICATIONS),
    measure: readChoice(raw.measure, THREE_OFFICIAL),
    of: readChoice(raw.of, ['DISTRICT', 'DEPARTMENT']),
    cell: readText(raw.cell),
    asked: readText(raw.asked),
  };
}
