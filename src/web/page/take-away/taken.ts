import type { CompareAddress } from '../address/compare-address';
import type { Drawing } from '../chart/drawing';
import type { Verdict } from '../generated/graphql';
import type { Column } from '../parts/data-table';

/** Rows of texts as they are shown, figures exact and without separators; null: nothing is there. */
export interface TakenTable {
  readonly heads: readonly { readonly text: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** What is shown, as it can be taken away: with all that has to go with the figures. */
export interface Taken {
  readonly title: string;
  /** The question in words: what is asked of it, and what was chosen. */
  readonly question: readonly (readonly [name: string, chosen: string])[];
  readonly table: TakenTable;
  readonly drawing: Drawing | null;
  /** Where less is drawn than stands in the table, what. */
  readonly drawn?: string | undefined;
  /** What has no figure, and why. */
  readonly notes: readonly string[];
  readonly verdict: Verdict;
  readonly warnings: readonly { readonly name: string; readonly message: string }[];
  readonly release: string;
  /** What the page asked the API. */
  readonly asked: { readonly text: string; readonly variables: object };
  /** null: it is no comparison, but sums. */
  readonly comparison: { readonly id: string; readonly address: CompareAddress } | null;
}

/** A column in which nothing stands is left out. */
export function takeTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): TakenTable {
  const filled = columns.filter((column) => rows.some((row) => column.plain(row) !== null));
  return {
    heads: filled.map(({ head, isNumber }) => ({ text: head, isNumber: isNumber ?? false })),
    rows: rows.map((row) => filled.map((column) => column.plain(row))),
  };
}
