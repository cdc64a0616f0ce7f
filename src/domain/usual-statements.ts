import type { MissingReason, ReportKind, Statement } from './closed-lists.js';

/** First year in which final accounts have a table of state capital operations. */
export const STATE_CAPITAL_FROM = 2020;
/** First year from which the national template of final accounts has the table of non-tax revenue everywhere. */
const NON_TAX_REVENUE_FROM = 2019;

const COMMON: readonly Statement[] = [
  'REVENUE_EXPENDITURE_SUMMARY',
  'REVENUE',
  'EXPENDITURE',
  'APPROPRIATION_SUMMARY',
  'GENERAL_PUBLIC_EXPENDITURE',
  'GENERAL_PUBLIC_BASIC_EXPENDITURE',
  'THREE_OFFICIAL_EXPENSES',
  'GOVERNMENT_FUND',
];
const BUDGET: readonly Statement[] = [
  ...COMMON,
  'STATE_CAPITAL',
  'GENERAL_PUBLIC_PROJECT_EXPENDITURE',
  'BASIC_EXPENDITURE_BY_UNIT',
  'PROJECT_EXPENDITURE_BY_UNIT',
];

/** The statements that a report of this kind and year usually has. */
export function usualStatements(kind: ReportKind, year: number): readonly Statement[] {
  if (kind === 'BUDGET') return BUDGET;
  return [...COMMON, ...(year >= STATE_CAPITAL_FROM ? (['STATE_CAPITAL'] as const) : []), 'NON_TAX_REVENUE'];
}

/**
 * Why nothing of a statement was read: UNREADABLE where an issue stands at it, NOT_IN_TEMPLATE where reports of this kind and year
 * don't have it, or did not have it everywhere; else NOT_PRINTED.
 */
export function whyStatementIsMissing(
  kind: ReportKind,
  year: number,
  statement: Statement,
  hasIssue: boolean,
): MissingReason {
  if (hasIssue) return 'UNREADABLE';
  if (!usualStatements(kind, year).includes(statement)) return 'NOT_IN_TEMPLATE';
  return statement === 'NON_TAX_REVENUE' && year < NON_TAX_REVENUE_FROM ? 'NOT_IN_TEMPLATE' : 'NOT_PRINTED';
}

export interface MissingStatement {
  readonly statement: Statement;
  readonly reason: MissingReason;
}

/** Which of its usual statements a report lacks, and why. */
export function findMissingStatements(
  { kind, year, statements }: { kind: ReportKind; year: number; statements: readonly { statement: Statement }[] },
  issues: readonly { statement: Statement | null }[],
): MissingStatement[] {
  return usualStatements(kind, year)
    .filter((usual) => !statements.some(({ statement }) => statement === usual))
    .map((statement) => {
      const hasIssue = issues.some((issue) => issue.statement === statement);
      return { statement, reason: whyStatementIsMissing(kind, year, statement, hasIssue) };
    });
}
