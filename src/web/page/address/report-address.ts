import { readText } from './search-text';
import type { Unread } from './search-text';

/** What the view of a report shows. */
export interface ReportAddress {
  /** A statement (`Statement`), or `checks`, `facts`, `indicators`, `issues`; undefined: the first statement. */
  readonly part: string | undefined;
  /** Id of a line item whose row is marked. */
  readonly item: string | undefined;
}

export function readReportAddress(raw: Unread<ReportAddress>): ReportAddress {
  return { part: readText(raw.part), item: readText(raw.item) };
}
