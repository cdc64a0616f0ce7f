import type { Side } from '../domain/closed-lists.js';
import type { ColumnDefinition } from '../domain/statement-columns.js';

/** A money column of one side: what it is (null where its head fits nothing known) and its head as printed. */
export interface MoneyColumn {
  readonly definition: ColumnDefinition | null;
  /** Place of the definition in its side's list; null where there is none. */
  readonly place: number | null;
  readonly label: string;
  /** Whether the printed head is exactly that of the template. */
  readonly exact: boolean;
  /** The last head alone: the label of a row without a name. */
  readonly leafHead: string;
  /** 栏次 as printed, else the place among the side's money columns, from 1. */
  readonly number: number;
}

export interface PrintedSide {
  readonly side: Side | null;
  readonly columns: readonly MoneyColumn[];
}

/** Where one cell is printed. */
export interface CellPlace {
  readonly line: number;
  readonly page: number | null;
  readonly text: string;
}

/** One side's part of a printed row, cells unread. */
export interface PrintedRow {
  /** Place of the side in the statement's list of sides. */
  readonly sideIndex: number;
  readonly line: number;
  readonly page: number | null;
  readonly text: string;
  /** Which page of the statement, from 0, and how many rows of that page came before. */
  readonly pageIndex: number;
  readonly rowOnPage: number;
  readonly code: string | null;
  /** As printed, blanks kept. */
  readonly label: string;
  /** Blanks before the name; null where the medium keeps none. */
  readonly indent: number | null;
  /** Text of a column of goals or remarks. */
  readonly remark: string;
  /** One printed text a money column; empty where nothing is printed. */
  readonly cells: readonly string[];
  /** Where each cell is printed, in a table whose rows are columns; absent where the row is one printed line. */
  readonly places?: readonly CellPlace[];
  /** Whether the row has fewer or more cells than nearly all others: one in the middle may be lost or added. */
  readonly uneven?: 'FEWER' | 'MORE';
  /** What is printed in the row and fits none of its columns: its cells can't be told apart, or its page has others. */
  readonly misplaced: readonly string[];
}

/** A page's columns and rows under one template, and how well its heads fit. */
export interface ReadPage {
  readonly sides: readonly PrintedSide[];
  readonly rows: readonly PrintedRow[];
  /** Columns whose head is exactly that of the template, over all money columns. */
  readonly exactHeads: number;
  readonly moneyColumns: number;
  /** How well heads fit, summed over the columns, less half a point for each column that only the page or only the template has. */
  readonly weight: number;
  /** Whether a column of running text stands beside the money. */
  readonly remark: boolean;
  /** Heads of columns that hold no figures of this report: of another year, rates, changes. */
  readonly skipped: readonly string[];
}
