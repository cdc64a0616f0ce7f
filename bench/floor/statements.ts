/** By their names they are parsed and planned once a connection. */
export const STATEMENTS = {
  report: 'SELECT "title", "year" FROM "Report" WHERE "departmentId" = $1 AND "id" = $2',
  lineItems: `SELECT "label", "statement", "stage", "fund", "part", "column", "unitName", "amount", "accountCode",
      "sourceLine", "sourceTable", "sourceText"
    FROM "LineItem" WHERE "departmentId" = $1 AND "reportId" = $2 ORDER BY "position" LIMIT 500`,
  /** A district's share is of the departments that have both. */
  shares: `SELECT p."districtCode", p."measure", sum(p."fen")::text AS "part", sum(w."fen")::text AS "whole"
    FROM "DepartmentFigure" w
    JOIN "DepartmentFigure" p ON p."departmentId" = w."departmentId" AND p."year" = w."year" AND p."stage" = w."stage"
    WHERE w."departmentId" = ANY($1) AND w."year" = $2 AND w."stage" = 'OUTTURN' AND w."measure" = 'EXPENDITURE'
      AND p."measure" = ANY($3) AND p."fen" IS NOT NULL AND w."fen" IS NOT NULL
    GROUP BY 1, 2`,
  sums: `SELECT "districtCode", "year", "fen"::text FROM "DistrictFigure"
    WHERE "districtCode" = ANY($1) AND "year" = ANY($2) AND "stage" = 'OUTTURN' AND "measure" = $3`,
  ranking: `SELECT f."departmentId", f."fen"::text, f."previous"::text, f."growth"::text FROM "DepartmentFigure" f
    WHERE f."year" = $1 AND f."stage" = 'OUTTURN' AND f."measure" = $2
    ORDER BY f."growth" DESC NULLS LAST, f."districtCode", f."departmentId" LIMIT 20`,
  years: `SELECT DISTINCT "departmentId", "year" FROM "Report" WHERE "departmentId" = ANY($1) AND "status" = 'CURRENT' ORDER BY 2`,
  figures: `SELECT "departmentId", "year", "fen"::text FROM "DepartmentFigure"
    WHERE "departmentId" = ANY($1) AND "year" = ANY($2) AND "stage" = 'OUTTURN' AND "measure" = 'EXPENDITURE'`,
} as const;

/** The columns of the product's own export, by one COPY; a name that is not in the official list costs the product a lookup more. */
export const COPY_LINE_ITEMS = (districts: string): string => `COPY (SELECT row_to_json(x) FROM (
  SELECT l."id", l."reportId" AS report_id, d."id" AS department_id, d."name" AS department_name, x."code" AS district_code,
    x."name" AS district_name, l."year", l."kind", l."statement", l."flow", l."stage", l."fund", l."part", l."column",
    l."columnLabel" AS column_label, l."unitName" AS unit_name, a."classification", a."id" AS account_id, a."code" AS account_code,
    coalesce(a."name", l."label") AS account_name, a."level" AS account_level, a."edition" AS account_edition, l."label",
    l."labelUncertain" AS label_uncertain, l."leaf", (l."amount" * 1e-6)::text AS amount, 'WAN_YUAN' AS amount_unit,
    l."sourceTable" AS source_table, l."sourceSection" AS source_section, l."sourceLine" AS source_line,
    l."sourcePage" AS source_page, l."sourceText" AS source_text, r."title" AS report_title, r."sha256" AS report_sha256
  FROM "LineItem" l
  JOIN "Report" r ON r."departmentId" = l."departmentId" AND r."id" = l."reportId"
  JOIN "Department" d ON d."id" = l."departmentId"
  JOIN "District" x ON x."code" = d."districtCode"
  JOIN "Account" a ON a."id" = l."accountId"
  WHERE d."districtCode" IN (${districts}) AND l."current"
  ORDER BY l."year" DESC, l."departmentId", l."reportId", l."position"
) x) TO STDOUT`;
