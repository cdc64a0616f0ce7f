// Where the figures of the questions stand in base rows, as docs/comparing.md says.

/** 本年支出合计 of the summary. */
export const EXPENDITURE = {
  statement: 'REVENUE_EXPENDITURE_SUMMARY',
  accountKey: 'REVENUE_EXPENDITURE_SUMMARY/EXPENDITURE/本年支出合计',
} as const;

/** 合计 of 支出决算表: its columns are the basic and the project expenditure. */
export const EXPENDITURE_TOTAL = { statement: 'EXPENDITURE', accountKey: 'EXPENDITURE/合计' } as const;

/** Parts of the total row that are metrics. */
export const METRIC_OF_PART: Readonly<Record<string, string>> = {
  BASIC: 'BASIC_EXPENDITURE',
  PROJECT: 'PROJECT_EXPENDITURE',
};

/** A row as the peers give it. */
export interface BaseRow {
  readonly departmentId: string;
  readonly districtCode: string;
  readonly accountKey: string;
  readonly part: string;
  /** Whole fen. */
  readonly amount: string;
}
