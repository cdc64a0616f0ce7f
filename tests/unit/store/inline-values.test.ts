import { describe, expect, it } from '@jest/globals';
import { Prisma } from '../../../src/store/generated/client.js';
import { inlineValues } from '../../../src/store/inline-values.js';

describe('SQL with its values in it', () => {
  it('has texts, numbers and booleans as literals without a type, quotes doubled', () => {
    const sql = Prisma.sql`SELECT ${"O'Neil"}, ${-5}::int, ${true} WHERE ${Prisma.sql`x = ${'无'}`}`;
    expect(inlineValues(sql)).toBe(`SELECT 'O''Neil', '-5'::int, 'true' WHERE x = '无'`);
  });

  it('has backslashes in a literal that says so', () => {
    expect(inlineValues(Prisma.sql`${'a\\b'}`)).toBe(` E'a\\\\b'`);
  });

  it('has lists as arrays, every element in quotes but what is absent', () => {
    expect(inlineValues(Prisma.sql`${['a,b', '', 'NULL']}::text[]`)).toBe(`'{"a,b","","NULL"}'::text[]`);
    expect(inlineValues(Prisma.sql`${['a', null]}::text[]`)).toBe(`'{"a",NULL}'::text[]`);
    expect(inlineValues(Prisma.sql`${[]}::text[]`)).toBe(`'{}'::text[]`);
    expect(inlineValues(Prisma.sql`${['"']}`)).toBe(` E'{"\\\\""}'`);
  });

  it('is refused for what has no such literal', () => {
    expect(() => inlineValues(Prisma.sql`${new Date(0)}`)).toThrow(
      'expected a text, number, boolean or a list of texts as a value of COPY, got object',
    );
  });
});
