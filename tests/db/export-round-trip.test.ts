import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COLUMNS_OF } from '../../src/export/tables.js';
import type { Report } from '../../src/domain/report.js';
import { saveReport } from '../../src/store/save-report.js';
import { ask } from '../golden/ask.js';
import { copyCsv } from '../support/copy-csv.js';
import { exportText, readNdjson } from '../support/export-text.js';
import { FOUR_REPORTS } from '../support/fillings.js';
import { makeReport } from '../support/make-report.js';
import { undoGuard } from '../support/read-csv.js';
import { readTyped } from '../support/read-typed.js';
import { REFERENCE } from '../support/reference.js';
import { writeRows } from '../support/write-rows.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

const URL = process.env['TEST_DATABASE_URL'];
type Row = Record<string, unknown>;

const SIGNS = [
  '"',
  ',',
  '\n',
  '\r\n',
  '=1+1',
  '+',
  '-5',
  '@',
  '\t',
  "'",
  '＝',
  '全角，',
  '😀',
  '万元',
  ' ',
  '\\N',
  '\\.',
];
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'grapheme' })), { maxLength: 4 })
  .map((parts) => parts.join(''));

/** A report whose texts are these, in turn. */
function withTexts(report: Report, texts: readonly string[]): Report {
  let place = 0;
  const next = (): string => texts[place++ % texts.length] ?? '';
  const lineItems = report.lineItems.map((item) => ({
    ...item,
    label: next(),
    columnLabel: next(),
    unitName: place % 3 === 0 ? null : next(),
    amount: place % 5 === 0 ? { ...item.amount, fen: -item.amount.fen - 1n } : item.amount,
    source: { ...item.source, table: next(), page: place % 2 === 0 ? null : place, text: next() },
  }));
  return { ...report, title: next(), lineItems };
}

const FIGURE = `id statement flow stage fund part column columnLabel label labelUncertain leaf unitName amount(unit: YUAN)
  fiscalYear { year } department { id name district { code name } } report { id kind title sha256 }
  account { id classification code name level edition } source { table section line page text }`;

interface Node extends Row {
  readonly fiscalYear: Row;
  readonly department: Row & { district: Row };
  readonly report: Row;
  readonly account: Row;
  readonly source: Row;
}

/** A line item of the API under the names of the export. */
function toRow({ fiscalYear, department, report, account, source, ...item }: Node): Row {
  return {
    ...{
      id: item['id'],
      report_id: report['id'],
      department_id: department['id'],
      department_name: department['name'],
    },
    ...{ district_code: department.district['code'], district_name: department.district['name'] },
    ...{ year: fiscalYear['year'], kind: report['kind'], statement: item['statement'], flow: item['flow'] },
    ...{ stage: item['stage'], fund: item['fund'], part: item['part'], column: item['column'] },
    ...{ column_label: item['columnLabel'], unit_name: item['unitName'], classification: account['classification'] },
    ...{ account_id: account['id'], account_code: account['code'], account_name: account['name'] },
    ...{ account_level: account['level'], account_edition: account['edition'], label: item['label'] },
    ...{ label_uncertain: item['labelUncertain'], leaf: item['leaf'], amount: item['amount'], amount_unit: 'YUAN' },
    ...{ source_table: source['table'], source_section: source['section'], source_line: source['line'] },
    ...{ source_page: source['page'], source_text: source['text'] },
    ...{ report_title: report['title'], report_sha256: report['sha256'] },
  };
}

describe.each(STORE_KINDS)('What $name exports', (kind) => {
  const store = useTestStore(kind, FOUR_REPORTS);

  it('is the same figures in CSV, in NDJSON and from the API, whatever is printed', async () => {
    let edition = 100;
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: 30, maxLength: 60 }), async (texts) => {
        const saved = await saveReport(
          store(),
          withTexts(makeReport({ edition: edition++, year: 2018 }), texts),
          REFERENCE,
        );
        const where = { report: { eq: saved.reportId }, statement: ['EXPENDITURE', 'THREE_OFFICIAL_EXPENSES'] };
        const wish = { where: JSON.stringify(where), unit: 'YUAN', orderBy: 'AMOUNT_DESC' };
        const { text: ndjson } = await exportText(store(), { ...wish, format: 'ndjson' });
        const { text: csv } = await exportText(store(), { ...wish, format: 'csv' });
        const query = `query ($where: LineItemFilter) {
          lineItems(where: $where, orderBy: AMOUNT_DESC, first: 500) { nodes { ${FIGURE} } } }`;
        const { data } = await ask<{ lineItems: { nodes: Node[] } }>(store(), query, { where });
        const rows = readNdjson(ndjson);
        expect(rows.length).toBeGreaterThan(20);
        expect(rows).toEqual(data.lineItems.nodes.map(toRow));
        expect(readTyped('line-items', csv)).toEqual(rows);
        expect(ndjson).toBe(writeRows('ndjson', COLUMNS_OF['line-items'], rows));
        expect(csv).toBe(writeRows('csv', COLUMNS_OF['line-items'], rows));
      }),
      { numRuns: 8 },
    );
  });

  (URL ? it : it.skip)(
    'is read by COPY of PostgreSQL, codes as text, figures as numbers, and empty text apart from none',
    async () => {
      const { text: ndjson } = await exportText(store(), { format: 'ndjson' });
      const { text: csv } = await exportText(store(), {});
      const copied = await copyCsv(URL ?? '', COLUMNS_OF['line-items'], csv);
      const isText = new Set(COLUMNS_OF['line-items'].filter(({ type }) => type === 'text').map(({ name }) => name));
      const undone = copied.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            isText.has(name) && value !== null ? undoGuard(value) : value,
          ]),
        ),
      );
      expect(undone.length).toBeGreaterThan(100);
      expect(undone).toEqual(readNdjson(ndjson));
    },
  );

  it('is the indicators of the API with their evaluations', async () => {
    const { text: ndjson } = await exportText(store(), { table: 'indicators', format: 'ndjson' });
    const { text: csv } = await exportText(store(), { table: 'indicators' });
    const query = `{ performanceIndicators(first: 500) { nodes {
      id level1 level2 name target actual weight score evaluation { id scope name evaluator weight score }
      report { id title } source { line text } } } }`;
    const { data } = await ask<{ performanceIndicators: { nodes: Row[] } }>(store(), query);
    const rows = readNdjson(ndjson);
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.map((row) => nameAsApi(row))).toEqual(data.performanceIndicators.nodes);
    expect(readTyped('indicators', csv)).toEqual(rows);
  });

  it('is the cells of the same comparison, with its id, release and verdict', async () => {
    const input = {
      metrics: [{ key: 'BASIC_EXPENDITURE', name: '=基本, "支出"' }, { key: 'NON_TAX_REVENUE' }],
      years: [2018, 2019],
      baseline: { district: '440104' },
      unit: 'YI_YUAN',
    };
    const asked = { table: 'comparison', input: JSON.stringify(input) } as const;
    const { text: ndjson, release } = await exportText(store(), { ...asked, format: 'ndjson' });
    const { text: csv } = await exportText(store(), asked);
    const query = `query ($input: CompareInput!) { compare(input: $input) { id verdict cells {
      metric district { code name } department { id } year stage value unit status missing baseline baselineMissing baselineStage difference
      percentagePoints ratio changeRate rank distanceFromMedian zScore warnings { code message } sources { id } } } }`;
    const { data } = await ask<{ compare: { id: string; verdict: string; cells: Cell[] } }>(store(), query, { input });
    const rows = readNdjson(ndjson);
    expect(rows).toEqual(data.compare.cells.map((cell) => toCellRow(cell, { ...data.compare, release: release.id })));
    expect(new Set(rows.map((row) => row['missing'])).size).toBeGreaterThan(1);
    expect(rows.some((row) => row['warning_codes'] !== null)).toBe(true);
    expect(readTyped('comparison', csv)).toEqual(rows);
  });
});

function nameAsApi(row: Row): Row {
  const evaluation = {
    ...{ id: row['evaluation_id'], scope: row['evaluation_scope'], name: row['evaluation_name'] },
    ...{ evaluator: row['evaluator'], weight: row['evaluation_weight'], score: row['evaluation_score'] },
  };
  return {
    ...{ id: row['id'], level1: row['level1'], level2: row['level2'], name: row['name'], target: row['target'] },
    ...{ actual: row['actual'], weight: row['weight'], score: row['score'], evaluation },
    report: { id: row['report_id'], title: row['report_title'] },
    source: { line: row['source_line'], text: row['source_text'] },
  };
}

interface Cell extends Row {
  readonly district: Row;
  readonly department: Row | null;
  readonly warnings: readonly { code: string; message: string }[];
  readonly sources: readonly { id: string }[];
}

function toCellRow(
  { district, department, warnings, sources, baselineStage, changeRate, ...rest }: Cell,
  answer: { id: string; verdict: string; release: string },
): Row {
  const { percentagePoints, distanceFromMedian, zScore, baselineMissing, ...cell } = rest;
  return {
    ...cell,
    ...{ percentage_points: percentagePoints, distance_from_median: distanceFromMedian, z_score: zScore },
    ...{
      statistics: null,
      fact_ids: null,
      baseline_missing: baselineMissing,
      comparison_id: answer.id,
      release: answer.release,
      verdict: answer.verdict,
    },
    ...{ district_code: district['code'], district_name: district['name'], department_id: department?.['id'] ?? null },
    ...{ department_name: null, baseline_stage: baselineStage, change_rate: changeRate },
    warning_codes: warnings.map(({ code }) => code).join(';') || null,
    warning_messages: warnings.map(({ message }) => message).join('\n') || null,
    source_ids: sources.map(({ id }) => id).join(';') || null,
  };
}
