import { PRINTED_TOTALS } from '../domain/printed-totals.js';
import type { SumPlan } from '../domain/sums.js';
import { wholeOf } from './aggregate-rows.js';
import { texts } from './conditions.js';
import { Prisma } from './generated/client.js';

/** Totals that several rows print together: they are none unless all of these rows are there, and only where no single row prints it. */
const JOINT_TOTALS = Object.values(PRINTED_TOTALS)
  .flat()
  .filter(({ length }) => length > 1);
const JOINT_ROWS = JOINT_TOTALS.flat();
const JOINT_SIZE = Math.max(...JOINT_TOTALS.map(({ length }) => length));

/** What an item's column is known by, and all that follows from it. */
const COLUMN = Prisma.raw(
  [
    ...[
      'ctx',
      '"departmentId"',
      '"reportId"',
      '"districtCode"',
      '"year"',
      '"kind"',
      '"statement"',
      '"flow"',
      '"stage"',
    ],
    ...['"fund"', '"part"', 'scope', '"wholeTotal"'],
  ].join(', '),
);

/** Whether a shorter code of that many digits is printed above, in the same column and unit. */
function isBelow(digits: number): Prisma.Sql {
  return Prisma.sql`(length("accountCode") > ${digits}::int AND bool_or(length("accountCode") = ${digits}::int)
    OVER (PARTITION BY ctx, "unitName", left("accountCode", ${digits}::int)))`;
}

/** The row above: that of the nearest shorter code that is printed, or of the line that names it; else its unit's, else the total. */
const ABOVE = Prisma.sql`
  CASE WHEN "isTotal" THEN NULL WHEN "isUnit" THEN ''
    WHEN "below7" THEN 'C' || coalesce("unitName", '') || ' ' || left("accountCode", 7)
    WHEN "below5" THEN 'C' || coalesce("unitName", '') || ' ' || left("accountCode", 5)
    WHEN "below3" THEN 'C' || coalesce("unitName", '') || ' ' || left("accountCode", 3)
    WHEN "isDetail" THEN 'A' || coalesce("unitName", '') || ' ' || "parentId"
    WHEN "hasUnit" THEN 'U' || "unitName" ELSE '' END`;

const OWN = Prisma.sql`
  CASE WHEN "isTotal" THEN '' WHEN "isUnit" THEN 'U' || "unitName"
    WHEN "accountCode" IS NOT NULL THEN 'C' || coalesce("unitName", '') || ' ' || "accountCode"
    ELSE 'A' || coalesce("unitName", '') || ' ' || "accountId" END`;

/** `nodes`: the items with the row that each stands below, and what the totals of its report are together. */
function nodeTables({ groupBy, rows }: SumPlan): Prisma.Sql {
  const isLine = Prisma.sql`"accountCode" IS NULL AND NOT "isTotal" AND NOT "isUnit"`;
  const [isDetail, hasDetails] =
    rows.of === 'LEAVES'
      ? [
          Prisma.sql`coalesce((ctx, "parentId") IN (SELECT ctx, "accountId" FROM items WHERE ${isLine} AND NOT "leaf"), FALSE)`,
          Prisma.sql`(ctx, "accountId") IN (SELECT ctx, "parentId" FROM items WHERE ${isLine} AND "parentId" IS NOT NULL)`,
        ]
      : [Prisma.sql`FALSE`, Prisma.sql`FALSE`];
  return Prisma.sql`
    ranked AS (
      SELECT items.*, "isTotal" AND "accountKey" = ANY(${texts(JOINT_ROWS)}) AS "isJoint",
        ${isBelow(7)} AS "below7", ${isBelow(5)} AS "below5", ${isBelow(3)} AS "below3",
        bool_or("isUnit") OVER (PARTITION BY ctx, "unitName") AS "hasUnit", ${isDetail} AS "isDetail"
      FROM items WHERE "isTotal" OR "isUnit" OR "isAdded" OR "accountCode" IS NOT NULL OR ${hasDetails}
    ), judged AS (
      SELECT ranked.*, "isTotal" AND (NOT "isJoint" OR (
          count(*) FILTER (WHERE "isTotal" AND NOT "isJoint") OVER (PARTITION BY ctx) = 0
          AND count(*) FILTER (WHERE "isJoint") OVER (PARTITION BY ctx) >= ${JOINT_SIZE}::int)) AS "isWhole"
      FROM ranked
    ), totalled AS (
      SELECT judged.*, bool_or("isWhole") OVER (PARTITION BY ctx) AS "hasWhole" FROM judged WHERE "isWhole" OR NOT "isTotal"
    ), nodes AS MATERIALIZED (
      SELECT totalled.*, ${OWN} AS node, ${ABOVE} AS above,
        CASE WHEN bool_and("hasWhole") OVER (PARTITION BY ${wholeOf(groupBy)})
          THEN sum(amount) FILTER (WHERE "isWhole") OVER (PARTITION BY ${wholeOf(groupBy)}) END AS "wholeTotal"
      FROM totalled
    )`;
}

/** `rests`: what each printed whole is more than the rows right below it; what stands below no printed row is below the total. */
const REST_TABLES = Prisma.sql`
  gaps AS (
    SELECT ${COLUMN}, node, bool_or(whole) AS "isPrinted", sum(amount) AS gap, sum(half) AS half,
      count(*) FILTER (WHERE NOT whole) AS parts, count(*) FILTER (WHERE whole) AS wholes, bool_or(fits) FILTER (WHERE whole) AS fits,
      sum(amount) FILTER (WHERE whole) AS printed, max("unitName") FILTER (WHERE whole) AS "unitName",
      max("label") FILTER (WHERE whole) AS "label", max("accountId") FILTER (WHERE whole AND NOT "isUnit" AND node <> '') AS "accountId",
      max("accountKey") FILTER (WHERE whole AND NOT "isUnit" AND node <> '') AS "accountKey",
      max("accountCode") FILTER (WHERE whole) AS "accountCode", max("classification") FILTER (WHERE whole) AS "classification",
      max("edition") FILTER (WHERE whole AND NOT "isUnit" AND node <> '') AS "edition"
    FROM (
      SELECT ${COLUMN}, node, TRUE AS whole, amount, half, fits, "isUnit", "unitName", "label", "accountId", "accountKey",
        "accountCode", "classification", "edition"
      FROM nodes WHERE NOT "isAdded"
      UNION ALL
      SELECT ${COLUMN}, above, FALSE, -amount, half, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      FROM nodes WHERE above IS NOT NULL
    ) signed GROUP BY ${COLUMN}, node
  ), rests AS MATERIALIZED (
    SELECT ${COLUMN}, sum(gap) AS gap, sum(half) AS half, sum(parts) AS parts, sum(wholes) AS wholes, sum(printed) AS printed,
      max("unitName") AS "unitName", max("label") AS "label", max("accountId") AS "accountId", max("accountKey") AS "accountKey",
      max("accountCode") AS "accountCode", max("classification") AS "classification", max("edition") AS "edition"
    FROM gaps GROUP BY ${COLUMN}, CASE WHEN "isPrinted" THEN node ELSE '' END
    HAVING bool_or(fits) AND sum(gap) <> 0
  )`;

/** `entries`: what is added to the rows of the answer, figures and rests. Comes after `items`. */
export function entryTables(plan: SumPlan): Prisma.Sql {
  return Prisma.sql`${nodeTables(plan)}, ${REST_TABLES}, entries AS MATERIALIZED (
    SELECT ${COLUMN}, "id", "accountId", "accountKey", "accountCode", "classification", "edition", "label", "unitName",
      FALSE AS residual, amount, 1 AS count
    FROM nodes WHERE "isAdded" AND fits
    UNION ALL
    SELECT ${COLUMN}, NULL, "accountId", "accountKey", "accountCode", "classification", "edition", NULL, "unitName",
      TRUE, gap, wholes
    FROM rests
  )`;
}
