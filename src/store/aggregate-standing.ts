import { COLUMNS_DEFINED_BY_KIND } from '../domain/printed-totals.js';
import type { KnownOfFigures } from '../domain/sums.js';
import { texts } from './conditions.js';
import { Prisma } from './generated/client.js';

/** Of what is named in a sentence. */
const MOST_NAMED = 3;

const DEFINED_BY_KIND = `CASE WHEN ${COLUMNS_DEFINED_BY_KIND.map(
  ({ statement, fund, part }) => `"statement" = '${statement}' AND "fund" = '${fund}' AND "part" = '${part}'`,
).join(' OR ')} THEN "kind" END`;

/** By the form of a division code: of a province, a city, a district or county. */
const DIVISION_LEVEL = `CASE WHEN "districtCode" LIKE '%0000' THEN 'PROVINCE' WHEN "districtCode" LIKE '%00' THEN 'PREFECTURE' ELSE 'COUNTY' END`;

/** Into what figures fall that are not alike. */
const CLASSES: readonly (readonly [code: string, className: string])[] = [
  ['YEAR_MISMATCH', '"year"::text'],
  ['STAGE_MISMATCH', '"stage"'],
  ['SCOPE_MISMATCH', 'scope'],
  ['DEFINITION_DIFFERS', DEFINED_BY_KIND],
  ['ENTITY_MISMATCH', DIVISION_LEVEL],
];

/** `mixed`: the classes of which several are in one row of the answer. */
function mixedTables(groups: Prisma.Sql): Prisma.Sql {
  const marks = CLASSES.map(
    ([, name], at) => `${name} AS "class${at}", min(${name}) OVER own <> max(${name}) OVER own AS "isMixed${at}"`,
  );
  const rows = CLASSES.map(([code], at) => `('${code}', m."class${at}", m."isMixed${at}")`);
  return Prisma.sql`
    marked AS (
      SELECT "districtCode", "year", ${Prisma.raw(marks.join(', '))} FROM entries WINDOW own AS (PARTITION BY ${groups})
    ), mixed AS (
      SELECT c.code, c."className", count(DISTINCT (m."districtCode", m."year"))::int AS count,
        (array_agg(DISTINCT jsonb_build_object('districtCode', m."districtCode", 'year', m."year")))[1:${MOST_NAMED}::int] AS places
      FROM marked m CROSS JOIN LATERAL (VALUES ${Prisma.raw(rows.join(', '))}) c(code, "className", "isMixed")
      WHERE c."isMixed" AND c."className" IS NOT NULL GROUP BY 1, 2
    )`;
}

/**
 * `flaws`: wholes that are not what is printed below them, where rounding does not explain it, and figures of other identities that do not hold; of
 * each code the greatest. A part of a whole that prints less below it is no flaw: the rest is a row of its own.
 */
const FLAW_TABLES = Prisma.sql`
  broken AS (
    SELECT DISTINCT e."id", e."districtCode", e."year", concat_ws(' ', e."accountCode", e."label") AS called, e.amount AS fen, n."rule",
      n."difference", n."kind" = 'TREE' OR n."rule" LIKE '%.UNIT' AS "isTree", n."lineItemIds"[1] = e."id" AS "isWhole"
    FROM entries e
    JOIN "Finding" n ON n."departmentId" = e."departmentId" AND n."reportId" = e."reportId" AND n."outcome" = 'BROKEN'
      AND e."id" = ANY(n."lineItemIds")
  ), flaws AS (
    SELECT f.*, count(*) OVER (PARTITION BY code)::int AS count,
      row_number() OVER (PARTITION BY code ORDER BY size DESC, "districtCode", "year", called, rule) AS place
    FROM (
      SELECT CASE WHEN gap > 0 THEN 'UNDISCLOSED_RESIDUAL' ELSE 'RECONCILIATION_FAILED' END AS code, "districtCode", "year",
        concat_ws(' ', "accountCode", "label") AS called, printed AS fen, gap, NULL AS rule, NULL::numeric AS difference,
        abs(gap) AS size
      FROM rests WHERE parts > 0 AND abs(gap) > half
      UNION ALL
      SELECT CASE WHEN "isTree" AND "isWhole" AND "difference" < 0 THEN 'UNDISCLOSED_RESIDUAL' ELSE 'RECONCILIATION_FAILED' END,
        "districtCode", "year", called, fen, CASE WHEN "isTree" THEN round(-"difference" * 1000000) END, "rule", "difference",
        abs("difference") * 1000000
      FROM broken WHERE "isWhole" OR NOT "isTree"
    ) f
  )`;

/** `codes`: those of which figures of several years are in one row of the answer. */
function codeTable(groups: Prisma.Sql, namesCodes: boolean): Prisma.Sql {
  return Prisma.sql`
    codes AS (
      SELECT DISTINCT "classification", "accountCode" AS code, min("year") AS "firstYear", max("year") AS "lastYear",
        min("edition") AS "firstEdition", max("edition") AS "lastEdition"
      FROM entries WHERE ${namesCodes}::boolean AND "accountCode" IS NOT NULL AND NOT residual
      GROUP BY ${groups}, "classification", "accountCode" HAVING min("year") <> max("year")
    )`;
}

/** `annotated`, `renamed`: the places of what is known of figures of an account by itself, and of a department over years in one row. */
function knownTables(groups: Prisma.Sql, namesCodes: boolean, { annotations, renames }: KnownOfFigures): Prisma.Sql {
  const [districts, names, years, accounts] = [
    annotations.map(({ districtCode }) => districtCode),
    annotations.map(({ department }) => department),
    annotations.map(({ year }) => String(year)),
    annotations.map(({ account }) => (account ? `${account.classification} ${account.code}` : '')),
  ];
  return Prisma.sql`
    annotated AS (
      SELECT DISTINCT k.place::int FROM unnest(${texts(districts)}, ${texts(names)}, ${texts(years)}::int[], ${texts(accounts)})
        WITH ORDINALITY AS k(district, name, since, account, place)
      JOIN "Department" d ON d."districtCode" = k.district AND d."name" = k.name
      JOIN entries e ON e."departmentId" = d."id" AND e."year" = k.since AND e."classification" || ' ' || e."accountCode" = k.account
      WHERE ${namesCodes}::boolean AND NOT e.residual
    ), renamed AS (
      SELECT DISTINCT place FROM (
        SELECT e.*, k.place::int AS place, k.since
        FROM unnest(${texts(renames.map(({ districtCode }) => districtCode))}, ${texts(renames.map(({ name }) => name))},
          ${texts(renames.map(({ year }) => String(year)))}::int[]) WITH ORDINALITY AS k(district, name, since, place)
        JOIN "Department" d ON d."districtCode" = k.district AND d."name" = k.name
        JOIN entries e ON e."departmentId" = d."id"
      ) r GROUP BY ${groups}, place, since, "departmentId" HAVING min("year") < since AND max("year") >= since
    )`;
}

/** What the figures are, as far as adding them is concerned. Comes after `entries`. */
export function standingTables(groups: Prisma.Sql, namesCodes: boolean, known: KnownOfFigures): Prisma.Sql {
  return Prisma.sql`${mixedTables(groups)}, ${FLAW_TABLES}, ${codeTable(groups, namesCodes)}, ${knownTables(groups, namesCodes, known)}`;
}

/** The same as one value. */
export const STANDING = Prisma.sql`jsonb_build_object(
  'districtCodes', (SELECT coalesce(jsonb_agg(DISTINCT "districtCode"), '[]') FROM entries),
  'years', (SELECT coalesce(jsonb_agg(DISTINCT "year"), '[]') FROM entries),
  'kinds', (SELECT coalesce(jsonb_agg(DISTINCT "kind"), '[]') FROM entries),
  'mixed', (SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m.code, m."className"), '[]') FROM mixed m),
  'flaws', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'districtCode', f."districtCode", 'year', f."year", 'called', f.called,
      'fen', f.fen::text, 'gap', f.gap::text, 'rule', f.rule, 'difference', trim_scale(abs(f.difference))::text, 'count', f.count) ORDER BY f.code, f.place), '[]')
    FROM flaws f WHERE f.place <= ${MOST_NAMED}::int),
  'annotated', (SELECT coalesce(jsonb_agg(a.place - 1 ORDER BY a.place), '[]') FROM annotated a),
  'renamed', (SELECT coalesce(jsonb_agg(r.place - 1 ORDER BY r.place), '[]') FROM renamed r),
  'codes', (SELECT coalesce(jsonb_agg(to_jsonb(c) ORDER BY c.code, c."firstYear", c."lastYear"), '[]') FROM codes c))`;
