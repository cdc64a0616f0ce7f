import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { COLUMNS_OF, EXPORT_TABLES } from '../../src/export/tables.js';

const DOCUMENT = readFileSync('docs/exports.md', 'utf8');

/** The cells of the table below a heading. */
function tableBelow(heading: string): string[][] {
  const [, section = ''] = DOCUMENT.split(`\n### ${heading}\n`);
  const [, rows = ''] = /\n\|[- |]+\|\n((?:\|.*\|\n?)+)/.exec(section) ?? [];
  return rows
    .trim()
    .split('\n')
    .map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

describe('docs/exports.md', () => {
  it.each(EXPORT_TABLES)('describes every column of %s, in order, as the export defines it', (table) => {
    const columns = COLUMNS_OF[table].map(({ name, type, unit, meaning, meaningZh }) => [
      `\`${name}\``,
      type,
      unit ?? '',
      meaning,
      meaningZh,
    ]);
    expect(tableBelow(table)).toEqual(columns);
  });
});
