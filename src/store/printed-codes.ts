import type { AccountLevel, Statement } from '../domain/closed-lists.js';
import type { CodedClassification } from '../domain/reference-tables.js';
import { groupBy } from '../domain/group-by.js';
import { allOf, matchInt, matchOneOf } from './conditions.js';
import { matchCurrent } from './pinning.js';
import type { Store } from './store.js';

interface CodesQuery {
  readonly departmentIds: readonly string[];
  readonly years: readonly number[];
  readonly classification: CodedClassification;
  readonly level: AccountLevel;
}

/** The statement that prints what was spent by these accounts. */
const STATEMENTS: Readonly<Record<CodedClassification, Statement>> = {
  FUNCTIONAL: 'EXPENDITURE',
  ECONOMIC: 'GENERAL_PUBLIC_BASIC_EXPENDITURE',
};
/** Digits of a code. */
const LENGTHS: Readonly<Record<AccountLevel, number>> = { CATEGORY: 3, GROUP: 5, ITEM: 7 };

/**
 * The codes of one level under which the current, department-wide reports print or state an expenditure, by the year that it is about;
 * rising. One statement.
 */
export async function findPrintedCodes(
  store: Store,
  { departmentIds, years, classification, level }: CodesQuery,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await store.client.$queryRaw<{ year: number; code: string }[]>`
    SELECT l."year", l."accountCode" AS "code" FROM "LineItem" l
    WHERE ${allOf([...matchOneOf('l."departmentId"', departmentIds), ...matchInt('l."year"', { in: years })])}
      AND ${matchCurrent('l', store)} AND l."unitScope" = 'DEPARTMENT' AND l."classification" = ${classification} AND l."level" = ${level}
      AND l."statement" = ${STATEMENTS[classification]}
    UNION
    SELECT f."factYear", f."accountCode" FROM "ReportedFact" f
    JOIN "Account" a ON a."id" = f."accountId"
    JOIN "Report" r ON r."departmentId" = f."departmentId" AND r."id" = f."reportId"
    WHERE ${allOf([...matchOneOf('f."departmentId"', departmentIds), ...matchInt('f."factYear"', { in: years })])}
      AND ${matchCurrent('f', store)} AND r."unitScope" = 'DEPARTMENT' AND a."classification" = ${classification}
      AND length(f."accountCode") = ${LENGTHS[level]}::int
    ORDER BY 1, 2`;
  return new Map([...groupBy(rows, ({ year }) => year)].map(([year, own]) => [year, own.map(({ code }) => code)]));
}
