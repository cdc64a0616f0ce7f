import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { API_CODES } from '../../src/api/errors.js';
import { ERROR_CODES } from '../../src/domain/app-error.js';
import { runCli } from '../cli/run-cli.js';

const OPERATIONS = readFileSync('docs/operations.md', 'utf8');
const README = readFileSync('README.md', 'utf8');
/** Of the tests, which no operator sets. */
const FOR_TESTS = ['TEST_DATABASE_URL', 'REPORTS_DIR', 'DUIZHAO_LONG', 'DUIZHAO_EXECUTION', 'CHROMIUM'];

describe("the operator's page", () => {
  it('has every environment variable of the README but those of the tests', () => {
    const named = [...README.matchAll(/^\| `([A-Z_]+)` /gm)].map(([, name = '']) => name);
    const listed = [...OPERATIONS.matchAll(/^\| `([A-Z_]+)` +\| (?:every|`start`)/gm)].map(([, name = '']) => name);
    expect(listed.sort()).toEqual(named.filter((name) => !FOR_TESTS.includes(name)).sort());
  });

  it('names only commands and options that there are', async () => {
    const called = [...OPERATIONS.matchAll(/(?:duizhao|cli --|main\.js) ([a-z-]+)((?: --?[a-z]+)*)/g)];
    expect(called.length).toBeGreaterThan(6);
    for (const [, command = '', options = ''] of called.filter(
      ([, name = '']) => name !== 'serve' && name !== 'start',
    )) {
      const { code, stdout } = await runCli([command, '--help']);
      expect([command, code]).toEqual([command, 0]);
      for (const option of options.split(' ').filter(Boolean)) expect(stdout).toContain(option);
    }
  });

  it('names only codes that there are', () => {
    const codes = [...OPERATIONS.matchAll(/^\| `([A-Z_]+)` +\| (?!every|`start`)/gm)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => ![...ERROR_CODES, ...API_CODES].includes(code as never))).toEqual([]);
  });
});
