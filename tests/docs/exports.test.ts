import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { COLUMNS_OF, EXPORT_TABLES } from '../../src/export/tables.js';
import { tableBelow } from '../support/document-table.js';

const DOCUMENT = readFileSync('docs/exports.md', 'utf8');

describe('docs/exports.md', () => {
  it.each(EXPORT_TABLES)('describes every column of %s, in order, as the export defines it', (table) => {
    const columns = COLUMNS_OF[table].map(({ name, type, unit, meaning, meaningZh }) => [
      `\`${name}\``,
      type,
      unit ?? '',
      meaning,
      meaningZh,
    ]);
    expect(tableBelow(DOCUMENT, table)).toEqual(columns);
  });
});
