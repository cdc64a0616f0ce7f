import type { FindingOutcome } from '../generated/graphql';
import { readList, readText, readYear } from './search-text';
import type { Unread } from './search-text';

/** What the view of all reports shows. */
export interface ReportsAddress {
  /** Part of a district's name, code or pinyin; undefined: all of them. */
  readonly q: string | undefined;
  /** Division code that the list is about. */
  readonly district: string | undefined;
  readonly year: number | undefined;
}

export function readReportsAddress(raw: Unread<ReportsAddress>): ReportsAddress {
  const [district] = readList(raw.district).filter((code) => /^\d{6}$/.test(code));
  return { q: readText(raw.q), district, year: readYear(raw.year) };
}

export const OUTCOMES = ['BROKEN', 'ROUNDING', 'NOT_EVALUABLE', 'EXACT'] as const satisfies readonly FindingOutcome[];

/** What the view of a report shows. */
export interface ReportAddress {
  /** A statement (`Statement`), or `checks`, `facts`, `indicators`, `issues`; undefined: the first statement. */
  readonly part: string | undefined;
  /** Id of a line item whose row is marked. */
  readonly item: string | undefined;
  /** Which checks; undefined: all. */
  readonly outcome: FindingOutcome | undefined;
  /** Which numbers of the text; undefined: all. */
  readonly q: string | undefined;
}

export function readReportAddress(raw: Unread<ReportAddress>): ReportAddress {
  return {
    part: readText(raw.part),
    item: readText(raw.item),
    outcome: OUTCOMES.find((outcome) => outcome === raw.outcome),
    q: readText(raw.q),
  };
}
