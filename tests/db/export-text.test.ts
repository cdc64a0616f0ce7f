import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AMOUNT_UNITS } from '../../src/domain/closed-lists.js';
import { formatFen } from '../../src/domain/money.js';
import { boolean, decimal, integer, text } from '../../src/export/column.js';
import { FORMULA_SIGNS } from '../../src/export/csv.js';
import { EXPORT_FORMATS } from '../../src/export/format.js';
import type { ExportFormat } from '../../src/export/format.js';
import { makeRecordReader } from '../../src/export/record-ends.js';
import { COLUMNS_OF } from '../../src/export/tables.js';
import { texts } from '../../src/store/conditions.js';
import { copyAsText } from '../../src/store/copy-text.js';
import { withSnapshot } from '../../src/store/export-snapshot.js';
import { exportFacts } from '../../src/store/exported-facts.js';
import { exportFindings } from '../../src/store/exported-findings.js';
import { exportLineItems } from '../../src/store/exported-line-items.js';
import { Prisma } from '../../src/store/generated/client.js';
import type { Store } from '../../src/store/store.js';
import { FOUR_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { writeRows } from '../support/write-rows.js';

const COLUMNS = [
  text('code', ['', '']),
  text('column', ['', '']),
  integer('line', ['', '']),
  decimal('amount', '万元', ['', '']),
  boolean('leaf', ['', '']),
];
const NAMES = COLUMNS.map(({ name }) => name);

const SIGNS = [
  ...FORMULA_SIGNS,
  "'",
  '"',
  '""',
  ',',
  '\r\n',
  '\\',
  '\\.',
  '\\N',
  '\u0001',
  '\u0002',
  '\u001f',
  '\u007f',
];
const PARTS = [...SIGNS, '\u2028', '😀', '万元', '0201', ' ', 'null', '{}'];
const field = fc.array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ unit: 'grapheme' })), { maxLength: 4 });
const storable = field.map((parts) => parts.join('').replaceAll('\u0000', ''));
const row = fc.record({
  code: fc.option(storable),
  column: fc.option(storable),
  line: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  amount: fc.option(fc.constantFrom('0.00', '-12.50', '0.001', '-92233720368547758.08')),
  leaf: fc.option(fc.boolean()),
});
type Row = Readonly<Record<string, unknown>>;

/** The text that the store makes of rows. */
async function writeByStore(store: Store, format: ExportFormat, rows: readonly Row[]): Promise<string> {
  const types = ['text', 'text', 'int', 'numeric', 'boolean'];
  const arrays = NAMES.map((name) => {
    const values = rows.map((own) => (own[name] === null ? null : String(own[name])));
    return Prisma.sql`${values}::text[]`;
  });
  // Decimals travel as texts, as the columns of exported tables do.
  const columns = NAMES.map((name, at) => `u."${name}"::${types[at]}${name === 'amount' ? '::text' : ''} AS "${name}"`);
  const query = Prisma.sql`
    SELECT ${Prisma.raw(columns.join(', '))}
    FROM unnest(${Prisma.join(arrays)}) WITH ORDINALITY AS u (${Prisma.raw([...NAMES, 'place'].map((name) => `"${name}"`).join(', '))})
    ORDER BY u."place"`;
  const read = makeRecordReader(format);
  return withSnapshot(store, null, async ({ copy }) => {
    const written: Uint8Array[] = [];
    const form = { format, columns: COLUMNS, formulaSigns: FORMULA_SIGNS };
    for await (const bytes of copy(copyAsText(form, query))) written.push(read(bytes).bytes);
    return Buffer.concat(written).toString();
  });
}

describe.each(STORE_KINDS)('The text that $name makes', (kind) => {
  const store = useTestStore(kind, FOUR_REPORTS);

  it.each(EXPORT_FORMATS)('is that which this program makes of the same rows: %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const own = await writeByStore(store(), format, rows);
        const head = format === 'csv' ? `${NAMES.join(',')}\r\n` : '';
        expect(head + own).toBe(writeRows(format, COLUMNS, rows));
      }),
      { numRuns: 40 },
    );
  });

  it.each(AMOUNT_UNITS)('has amounts with at least two decimals, as many more as they need: %s', async (unit) => {
    const most = 2n ** 63n - 1n;
    const edges = [0n, 1n, -1n, 10n, -100n, 12_345n, 1_000_000n, -5_000_000_000n, 10_000_000_000n, most, -most];
    const fen = fc.oneof(fc.constantFrom(...edges), fc.bigInt({ min: -most, max: most }));
    const { amount } = exportLineItems(store(), null, 'PRINTED', unit).columns;
    await fc.assert(
      fc.asyncProperty(fc.array(fen, { minLength: 1, maxLength: 200 }), async (amounts) => {
        const rows = await store().client.$queryRaw<{ text: string }[]>`
          SELECT ${amount} AS text FROM (
            SELECT own::bigint AS amount, place FROM unnest(${texts(amounts.map(String))}) WITH ORDINALITY AS u (own, place)
          ) l ORDER BY l.place`;
        expect(rows.map((own) => own.text)).toEqual(amounts.map((own) => formatFen(own, unit)));
      }),
      { numRuns: 20 },
    );
  });

  it('has SQL for the columns of the tables that it writes, and for no others', () => {
    const rules = { rules: [], retiredTitle: '' };
    const tables = {
      'line-items': exportLineItems(store(), null, 'PRINTED', 'YUAN'),
      facts: exportFacts(store(), null),
      findings: exportFindings(store(), null, rules),
    };
    for (const [table, { columns }] of Object.entries(tables)) {
      const names = COLUMNS_OF[table as keyof typeof tables].map(({ name }) => name);
      expect(Object.keys(columns).sort()).toEqual([...names].sort());
    }
  });
});
