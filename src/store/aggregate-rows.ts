import { FUNDS, PARTS } from '../domain/closed-lists.js';
import type { Dimension } from '../domain/closed-lists.js';
import { ACCOUNT_LEVELS } from '../domain/closed-lists.js';
import { FEN_EXPONENT } from '../domain/money.js';
import {
  OVERLAPPING_LEAVES,
  PRINTED_TOTALS,
  STATEMENTS_BY_UNIT,
  TOTALS_OF_LEAVES,
  UNIT_KEYS,
} from '../domain/printed-totals.js';
import type { SumPlan } from '../domain/sums.js';
import { CONTEXT, CONTEXT_KEYS, OF_REPORT, matchAddable } from './aggregate-profile.js';
import { allOf, texts } from './conditions.js';
import { Prisma } from './generated/client.js';
import { matchRow } from './line-item-conditions.js';
import type { Store } from './store.js';

/** Coordinates of a cell by which money may be grouped. */
const COORDINATES = [
  ['STATEMENT', 'statement'],
  ['FLOW', 'flow'],
  ['STAGE', 'stage'],
  ['FUND', 'fund'],
  ['PART', 'part'],
] as const;

/** What figures of one report share that are added to one row: `, "fund"` where it is grouped by fund. */
function apart(groupBy: readonly Dimension[], of: readonly Dimension[] = COORDINATES.map(([own]) => own)): Prisma.Sql {
  const own = COORDINATES.filter(([dimension]) => groupBy.includes(dimension) && of.includes(dimension));
  return Prisma.raw(own.map(([, column]) => `, "${column}"`).join(''));
}

/** The report and the coordinates that its rows are grouped by: what a share is taken of. */
export function wholeOf(groupBy: readonly Dimension[]): Prisma.Sql {
  return Prisma.sql`"departmentId", "reportId"${apart(groupBy)}`;
}

/** Conditions on `l`: what its row is to the sums. */
interface RowConditions {
  readonly isTotal: Prisma.Sql;
  readonly isUnit: Prisma.Sql;
  /** Whether it is added. */
  readonly isAdded: Prisma.Sql;
  /** Whether it stands above rows that are added. */
  readonly isAbove: Prisma.Sql;
}

const NO = Prisma.sql`FALSE`;

function conditionsOf({ rows }: SumPlan): RowConditions {
  const keys = Object.values(rows.of === 'LEAVES' ? TOTALS_OF_LEAVES : PRINTED_TOTALS).flat(2);
  const isTotal = Prisma.sql`(l."unitName" IS NULL AND l."accountKey" = ANY(${texts(keys)}))`;
  const isUnit = Prisma.sql`(l."unitName" IS NOT NULL AND l."accountKey" = ANY(${texts(UNIT_KEYS)}))`;
  // A 类 of all units is the sum of those below the units.
  const isPart = Prisma.sql`(l."leaf" OR l."statement" <> ALL(${texts(STATEMENTS_BY_UNIT)}))`;
  switch (rows.of) {
    case 'TOTALS':
      return { isTotal, isUnit: NO, isAdded: isTotal, isAbove: NO };
    case 'UNITS':
      return { isTotal, isUnit, isAdded: isUnit, isAbove: NO };
    case 'LEVEL': {
      const above = ACCOUNT_LEVELS.slice(0, ACCOUNT_LEVELS.indexOf(rows.level));
      const isOf = (levels: readonly string[]): Prisma.Sql =>
        Prisma.sql`(l."level" IS NOT NULL AND l."level" = ANY(${texts(levels)}) AND ${isPart})`;
      return { isTotal, isUnit, isAdded: isOf([rows.level]), isAbove: isOf(above) };
    }
    case 'LEAVES': {
      const isAdded = Prisma.sql`(l."leaf" AND NOT ${isTotal} AND l."accountKey" <> ALL(${texts(OVERLAPPING_LEAVES)}))`;
      const isAbove = Prisma.sql`(NOT l."leaf" AND NOT ${isTotal} AND NOT ${isUnit} AND ${isPart})`;
      return { isTotal, isUnit, isAdded, isAbove };
    }
  }
}

/** Stages in the order in which they are taken; where a stage stands in two documents, the one that is about it comes first. */
const PRECEDENCE = Prisma.sql`
  CASE WHEN "stage" = 'OUTTURN' THEN 1 WHEN "stage" = 'ORIGINAL_BUDGET' AND "kind" = 'BUDGET' THEN 2
    WHEN "stage" = 'ORIGINAL_BUDGET' THEN 3 END`;
const DOCUMENT_ORDER = Prisma.sql`CASE WHEN "stage" = 'ORIGINAL_BUDGET' AND "kind" <> 'BUDGET' THEN 2 ELSE 1 END`;

/** In budgets 财政拨款 of the 三公 table is about 一般公共预算 too where both columns have the same total. */
const SAME_FUND = Prisma.sql`
  CASE WHEN "statement" = 'THREE_OFFICIAL_EXPENSES' AND "fund" = 'APPROPRIATION' AND total = max(total) FILTER (WHERE "fund" = 'GENERAL_PUBLIC')
    OVER (PARTITION BY "departmentId", "reportId", "statement", "flow", "stage", "part") THEN 'GENERAL_PUBLIC' ELSE "fund" END`;

/** Half a unit of the last printed digit, in fen. */
const HALF = Prisma.raw(
  `CASE l."amountUnit" ${Object.entries(FEN_EXPONENT)
    .map(([unit, exponent]) => `WHEN '${unit}' THEN 5 * 10::numeric ^ (${exponent} - 1 - l."amountDecimals")`)
    .join(' ')} END`,
);

/**
 * `items`: every row that is added or stands above such, of one stage of each department and year and of one column of each report. With the
 * figure's own coordinates, `ctx` (the column of one report), and the roles of its row.
 */
export function itemTables(store: Store, plan: SumPlan): Prisma.Sql {
  const { groupBy, tables, stages, rowFilter } = plan;
  const { isTotal, isUnit, isAdded, isAbove } = conditionsOf(plan);
  const pairs = tables.map(({ statement, flow }) => `${statement} ${flow ?? ''}`);
  const cells = allOf([
    ...matchAddable(store, plan.cells),
    Prisma.sql`l."statement" = ANY(${texts([...new Set(tables.map(({ statement }) => statement))])})`,
    Prisma.sql`(l."statement" || ' ' || coalesce(l."flow", '')) = ANY(${texts(pairs)})`,
  ]);
  const isRow = Prisma.sql`(${isTotal} OR ${isUnit} OR ${isAdded} OR ${isAbove})`;
  const fits = allOf(matchRow(rowFilter));
  // How great a figure is doesn't tell which stage it is of.
  const names = allOf(matchRow(rowFilter && { ...rowFilter, amount: null }));
  // What a filter keeps has a rest of its own; the rest of the whole report is no answer to it.
  const counts = rowFilter && plan.rows.of !== 'TOTALS' ? Prisma.sql`NOT ${isTotal}` : Prisma.sql`TRUE`;
  return Prisma.sql`
    contexts AS MATERIALIZED (
      SELECT ${CONTEXT}, ${OF_REPORT}, bool_or(${isRow} AND ${counts} AND ${names}) AS fits, sum(l."amount") FILTER (WHERE ${isTotal}) AS total
      FROM "LineItem" l WHERE ${cells} GROUP BY ${CONTEXT_KEYS}
    ), staged AS (
      SELECT c.*, min(place) FILTER (WHERE fits) OVER (PARTITION BY "departmentId", "year"${stages ? Prisma.sql`, "stage"` : Prisma.empty}${apart(groupBy, ['STATEMENT'])}) AS first
      FROM (SELECT *, ${stages ? DOCUMENT_ORDER : PRECEDENCE} AS place FROM contexts) c
    ), widths AS (
      SELECT *, rank() OVER (PARTITION BY "departmentId", "reportId", "statement", "flow", "stage"${apart(groupBy, ['FUND', 'PART'])}
        ORDER BY array_position(${texts(FUNDS)}, "fund"), array_position(${texts(PARTS)}, "part"), "unnamed") AS width,
        ${SAME_FUND} AS "sameFund"
      FROM staged WHERE place = first
    ), chosen AS MATERIALIZED (
      SELECT *, row_number() OVER (ORDER BY "departmentId", "reportId", "statement", "flow", "stage", "fund", "part", "unnamed") AS ctx,
        string_agg(concat_ws(' ', "sameFund", "part", 'column ' || "unnamed"), ' + ') OVER (PARTITION BY ${wholeOf(groupBy)}
          ORDER BY "statement", "fund", "part" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS scope
      FROM widths WHERE width = 1
    ), items AS MATERIALIZED (
      SELECT c.ctx, c."departmentId", c."reportId", c."districtCode", c."year", c."kind", c."statement", c."flow", c."stage",
        c."fund", c."part", c.scope, l."id", l."accountId", l."accountKey", l."accountCode", l."classification", l."level", l."leaf",
        l."unitName", l."label", l."amount"::numeric AS amount, ${HALF} AS half, a."edition", a."parentId",
        ${isTotal} AS "isTotal", ${isUnit} AS "isUnit", ${isAdded} AS "isAdded", ${counts} AND ${fits} AS fits
      FROM chosen c
      JOIN "LineItem" l ON l."departmentId" = c."departmentId" AND l."reportId" = c."reportId" AND l."statement" = c."statement"
        AND l."stage" = c."stage" AND l."flow" IS NOT DISTINCT FROM c."flow" AND l."fund" IS NOT DISTINCT FROM c."fund"
        AND l."part" IS NOT DISTINCT FROM c."part" AND (c."unnamed" IS NULL OR l."column" = c."unnamed")
      JOIN "Account" a ON a."id" = l."accountId"
      WHERE ${cells} AND ${isRow}
    )`;
}
