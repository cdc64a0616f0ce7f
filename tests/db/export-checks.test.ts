import { describe, expect, it } from '@jest/globals';
import { COLUMNS_OF } from '../../src/export/tables.js';
import { ask } from '../golden/ask.js';
import { exportText, readNdjson } from '../support/export-text.js';
import type { ExportWish } from '../support/export-text.js';
import { FIVE_REPORTS } from '../support/fillings.js';
import { writeRows } from '../support/write-rows.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

type Row = Record<string, unknown>;

const SOURCE = 'source { table section line page text }';

describe.each(STORE_KINDS)('What $name exports of text and checks', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const read = async (wish: ExportWish & { readonly table: 'facts' | 'findings' }): Promise<Row[]> => {
    const { text: ndjson } = await exportText(store(), { ...wish, format: 'ndjson' });
    const { text: csv } = await exportText(store(), wish);
    const rows = readNdjson(ndjson);
    expect(ndjson).toBe(writeRows('ndjson', COLUMNS_OF[wish.table], rows));
    expect(csv).toBe(writeRows('csv', COLUMNS_OF[wish.table], rows));
    return rows;
  };
  const list = async (field: string, type: string, where: object, fields: string): Promise<Row[]> => {
    const query = `query ($where: ${type}) { list: ${field}(where: $where, first: 500) { nodes { ${fields} } } }`;
    const { data } = await ask<{ list: { nodes: Row[] } }>(store(), query, { where });
    return data.list.nodes;
  };

  it('is the numbers of the text that the API lists, with the account that they name', async () => {
    const where = { district: { eq: '440100' } };
    const rows = await read({ table: 'facts', where: JSON.stringify(where) });
    const fields = `id metric label kind base stage year value valueUnit account { id code } ${SOURCE}`;
    expect(rows.map(toApiFact)).toEqual(await list('reportedFacts', 'ReportedFactFilter', where, fields));
    // 001:583, of the document of 2020
    expect(rows).toContainEqual(
      expect.objectContaining({
        ...{ metric: 'PROCUREMENT', fact_kind: 'AMOUNT', stage: 'OUTTURN', fact_year: 2020, value: '34029.65' },
        ...{ value_unit: '万元', year: 2020, district_code: '440100', source_table: null, source_line: 583 },
      }),
    );
  });

  it('is the findings that the API lists, with their rules and the ids of what they join', async () => {
    const where = { outcome: ['BROKEN', 'ROUNDING'] };
    const rows = await read({ table: 'findings', where: JSON.stringify(where) });
    const fields = `id rule { id kind title statement } outcome message expected actual difference tolerance unit
      lineItems { id } facts { id } ${SOURCE}`;
    expect(rows.map(toApiFinding)).toEqual(await list('findings', 'FindingFilter', where, fields));
    // 004:180: 9929.37, and 623.18 + 7806.18 + 301.18 + 683.82 below it
    expect(rows).toContainEqual(
      expect.objectContaining({
        ...{ rule: 'REVENUE.TREE', rule_kind: 'TREE', statement: 'REVENUE', outcome: 'BROKEN', unit: 'WAN_YUAN' },
        ...{ expected: '9414.36', actual: '9929.37', difference: '-515.01', tolerance: '0.025', fact_ids: null },
        ...{ line_item_ids: expect.stringMatching(/^[^;]+(?:;[^;]+){4}$/), district_code: '440113' },
      }),
    );
  });

  it('takes all of them batch by batch, and says which rule is not known', async () => {
    const all = await exportText(store(), { table: 'findings', format: 'ndjson' });
    const { data } = await ask<{ findings: { totalCount: number } }>(store(), '{ findings(first: 0) { totalCount } }');
    expect(all.rows).toBeGreaterThan(1_000);
    expect(all.rows).toBe(data.findings.totalCount);
    const none = await exportText(store(), { table: 'findings', where: '{"rule":{"eq":"NO.SUCH"}}' });
    expect([none.rows, none.hints]).toEqual([0, ['no rule has the id "NO.SUCH"; the query rules lists them']]);
  });
});

function toSource(row: Row): Row {
  const { source_table: table, source_section: section, source_line: line, source_page: page, source_text: text } = row;
  return { table, section, line, page, text };
}

function toApiFact(row: Row): Row {
  const { id, metric, label, fact_kind: kind, base, stage, fact_year: year, value, value_unit: valueUnit } = row;
  const account = row['account_id'] === null ? null : { id: row['account_id'], code: row['account_code'] };
  return { id, metric, label, kind, base, stage, year, value, valueUnit, account, source: toSource(row) };
}

function toApiFinding(row: Row): Row {
  const { id, outcome, message, expected, actual, difference, tolerance, unit } = row;
  const ids = (joined: unknown): Row[] =>
    joined === null
      ? []
      : String(joined)
          .split(';')
          .map((own) => ({ id: own }));
  return {
    ...{ id, outcome, message, expected, actual, difference, tolerance, unit, source: toSource(row) },
    rule: { id: row['rule'], kind: row['rule_kind'], title: row['rule_title'], statement: row['statement'] },
    ...{ lineItems: ids(row['line_item_ids']), facts: ids(row['fact_ids']) },
  };
}
