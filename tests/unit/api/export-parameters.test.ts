import { describe, expect, it } from '@jest/globals';
import { readExportRequest } from '../../../src/api/export-parameters.js';
import type { ExportParameters } from '../../../src/api/export-parameters.js';

const ask = (parameters: ExportParameters, table = 'line-items') =>
  readExportRequest({ table, format: 'csv', bom: false, releaseId: null }, parameters, async () => null);
const years = (count: number): string => JSON.stringify({ year: { in: Array(count).fill(2019) } });
const label = (length: number): string => JSON.stringify({ label: { eq: '预'.repeat(length) } });

/** As many as docs/limits.md says, in the API's words. */
describe('What an export may be asked with', () => {
  it('is 5,000 values and texts of 2,000 characters', async () => {
    await expect(ask({ where: years(5_000) })).resolves.toMatchObject({ question: { table: 'line-items' } });
    await expect(ask({ where: label(2_000) })).resolves.toMatchObject({ question: { table: 'line-items' } });
  });

  it.each([
    ['line-items', { where: years(7_000) }, 'variables', 5_000, 7_000, 'values in the variables'],
    ['line-items', { where: years(5_000), unit: 'YUAN' }, 'variables', 5_000, 5_001, 'values in the variables'],
    ['line-items', { where: label(2_001) }, 'text', 2_000, 2_001, 'characters in a text'],
    ['line-items', { orderBy: 'A'.repeat(2_001) }, 'text', 2_000, 2_001, 'characters in a text'],
    [
      'indicators',
      { where: JSON.stringify({ name: { in: Array(51).fill('预'.repeat(2_000)) } }) },
      'characters',
      100_000,
      102_000,
      'characters in a query or its variables',
    ],
    [
      'comparison',
      { input: JSON.stringify({ metrics: [], years: Array(5_001).fill(2019) }) },
      'variables',
      5_000,
      5_002,
      'values in the variables',
    ],
  ] as const)('for %s is not more (case %#)', async (table, parameters, measure, limit, actual, of) => {
    await expect(ask(parameters, table)).rejects.toMatchObject({
      code: 'TOO_COSTLY',
      message: `expected at most ${limit} ${of}, got ${actual}`,
      context: { measure, limit, actual },
    });
  });

  it('is counted before it is looked at more closely, as in the API', async () => {
    const wrong = JSON.stringify({ year: { in: Array(5_001).fill('x') } });
    await expect(ask({ where: wrong })).rejects.toMatchObject({ code: 'TOO_COSTLY' });
  });
});
