import { describe, expect, it } from '@jest/globals';
import { splitStatements } from '../../../src/store/split-sql.js';

describe('Splitting an SQL file into statements', () => {
  it('ends a statement at each semicolon, and drops comments and empty ones', () => {
    expect(splitStatements('SELECT 1;;\n-- a; b\nSELECT 2 -- c;\n;/* d; /* e; */ */ SELECT\n3')).toEqual([
      'SELECT 1',
      'SELECT 2',
      'SELECT\n3',
    ]);
  });

  it('leaves semicolons alone in texts, names and dollar quotes', () => {
    const statements = [`SELECT 'a;''b;--c'`, 'SELECT ";""x;"', 'DO $body$ BEGIN; $$;$$; END $body$', 'SELECT $1, 2'];
    expect(splitStatements(statements.join(';\n'))).toEqual(statements);
  });

  it('refuses comments and dollar quotes without an end', () => {
    expect(() => splitStatements('SELECT 1 /* a /* b */')).toThrow('expected the comment to end');
    expect(() => splitStatements('DO $x$ BEGIN')).toThrow('expected the dollar quote $x$ to end');
  });
});
