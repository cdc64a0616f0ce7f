import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse } from 'graphql';
import { API_CODES, statusOf } from '../../src/api/errors.js';
import type { ApiCode } from '../../src/api/errors.js';
import { estimateCost } from '../../src/api/limits/cost.js';
import { LIMITS } from '../../src/api/limits/limits.js';
import { describeFailure } from '../../src/cli/exit-codes.js';
import { AppError, ERROR_CODES } from '../../src/domain/app-error.js';

const ERRORS = readFileSync('docs/errors.md', 'utf8');
const LIMITS_PAGE = readFileSync('docs/limits.md', 'utf8');

/** The rows of a page's table whose first cell is a name. */
const rowsOf = (page: string): string[][] =>
  [...page.matchAll(/^\| `(\w+)` +\|(.*)\|$/gm)].map(([, name = '', rest = '']) => [
    name,
    ...rest.split('|').map((cell) => cell.trim()),
  ]);

/** Where codes are listed, not used. */
const LISTS = ['domain/app-error.ts', 'api/errors.ts', 'cli/exit-codes.ts'];

const sources = (readdirSync('src', { recursive: true, encoding: 'utf8' }) as string[])
  .filter((file) => file.endsWith('.ts') && !file.startsWith('store/generated') && !LISTS.includes(file))
  .map((file) => readFileSync(join('src', file), 'utf8'));

test('docs/errors.md has every code, and no other', () => {
  expect(rowsOf(ERRORS).map(([code]) => code)).toEqual([...ERROR_CODES, ...API_CODES]);
});

test('every code of ours is used somewhere', () => {
  expect(ERROR_CODES.filter((code) => !sources.some((text) => text.includes(`'${code}'`)))).toEqual([]);
});

test('statuses and exit codes are as documented, and every code has a meaning, an example and a way out', () => {
  for (const [code = '', meaning, status, exit, example, remedy] of rowsOf(ERRORS)) {
    const isOurs = (ERROR_CODES as readonly string[]).includes(code);
    const error = isOurs ? new AppError(code as (typeof ERROR_CODES)[number], '') : new Error();
    const expected = isOurs || code === 'INTERNAL_SERVER_ERROR' ? String(describeFailure(error).code) : '–';
    expect([code, status, exit]).toEqual([code, String(statusOf(code as ApiCode)), expected]);
    for (const cell of [meaning, example, remedy]) expect([code, cell]).toEqual([code, expect.stringMatching(/\w/)]);
    expect(meaning).toMatch(/[\u4e00-\u9fff]/);
  }
});

test('docs/limits.md has every limit as it is', () => {
  const documented = rowsOf(LIMITS_PAGE).map(([measure, limit]) => [measure, Number(limit)]);
  expect(documented).toEqual(Object.entries(LIMITS).map(([measure, { most }]) => [measure, most]));
});

test('its query costs what it says', () => {
  const [, query = ''] = /```graphql\n([^]*?)```/.exec(LIMITS_PAGE) ?? [];
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  const { objects } = estimateCost({ schema, document: parse(query) });
  expect(LIMITS_PAGE).toContain(`= ${objects.toLocaleString('en')}, which is refused`);
});
