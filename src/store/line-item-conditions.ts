import type { LineItemFilter } from '../domain/filters.js';
import { matchBoolean, matchFen, matchInt, matchOneOf, matchText } from './conditions.js';
import type { Condition } from './conditions.js';
import { matchPlace } from './report-conditions.js';
import type { Store } from './store.js';

/** Conditions on `l`, a line item. */
export function matchLineItem(
  store: Store,
  filter: LineItemFilter | null | undefined,
  currentOnly = true,
): Condition[] {
  return [...matchCell(store, filter, currentOnly), ...matchRow(filter)];
}

/** Conditions on where it stands: in which reports, statements and columns. */
export function matchCell(store: Store, filter: LineItemFilter | null | undefined, currentOnly = true): Condition[] {
  return [
    ...matchPlace(store, 'l', filter, currentOnly),
    ...matchOneOf('l."kind"', filter?.kind),
    ...matchOneOf('l."statement"', filter?.statement),
    ...matchOneOf('l."flow"', filter?.flow),
    ...matchOneOf('l."stage"', filter?.stage),
    ...matchOneOf('l."fund"', filter?.fund),
    ...matchOneOf('l."part"', filter?.part),
    ...matchInt('l."column"', filter?.column),
  ];
}

/** Conditions on the row that it stands in, and on its amount. */
export function matchRow(filter: LineItemFilter | null | undefined): Condition[] {
  return [
    ...matchText('l."unitName"', filter?.unitName),
    ...matchOneOf('l."classification"', filter?.classification),
    ...matchText('l."accountCode"', filter?.accountCode),
    ...matchOneOf('l."level"', filter?.level),
    ...matchText('l."label"', filter?.label),
    ...matchFen('l."amount"', filter?.amount),
    ...matchBoolean('l."leaf"', filter?.leaf),
  ];
}
