import { describe, expect, it } from '@jest/globals';
import { COLUMNS_OF, EXPORT_TABLES } from '../../../src/export/tables.js';

describe.each(EXPORT_TABLES)('The columns of %s', (table) => {
  const columns = COLUMNS_OF[table];
  const names = columns.map(({ name }) => name);

  it('have names in snake_case, each once', () => {
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/);
    expect(new Set(names).size).toBe(names.length);
  });

  it('say what they mean in English and Chinese', () => {
    for (const { meaning, meaningZh } of columns) {
      expect(meaning).toMatch(/^\S.*\.$/);
      expect(meaningZh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('have a unit where they hold decimals: one of a name, or the column that names it', () => {
    for (const { type, unit } of columns)
      expect(type === 'decimal' ? ['points', 'RATIO', 'PERCENT', ...names].includes(String(unit)) : unit === null).toBe(
        true,
      );
  });
});
