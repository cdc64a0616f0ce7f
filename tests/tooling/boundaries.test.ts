import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A tree with one forbidden import a file, and the rule that must name it. */
const PLANTED = [
  ['src/domain/a.ts', "import { x } from '../read/x.js'; export const y = x;", 'domain-imports'],
  ['src/read/a.ts', "import type { X } from '../store/x.js'; export type Y = X;", 'read-imports'],
  ['src/read/b.ts', "export type Y = import('../store/x.js').X;", 'read-imports'],
  ['src/compare/a.ts', "export { x } from '../export/x.js';", 'compare-imports'],
  ['src/store/a.ts', "import { x } from '../app/x.js'; export const y = x;", 'store-imports'],
  ['src/app/a.ts', "export const load = () => import('../api/x.js');", 'app-imports'],
  ['src/api/department.ts', "import type { X } from '../store/x.js'; export type Y = X;", 'api-imports'],
  ['src/api/loaders/a.ts', "import type { X } from '../../read/x.js'; export type Y = X;", 'api-doors'],
  ['src/cli/a.ts', "import { x } from '../store/x.js'; export const y = x;", 'cli-doors'],
  ['src/web/a.ts', "import type { X } from '../domain/x.js'; export type Y = X;", 'web-imports'],
  ['src/app/b.ts', "import type { Client } from 'pg'; export type Y = Client;", 'database-in-store-only'],
  ['src/read/c.ts', "import { readFileSync } from 'node:fs'; export const y = readFileSync;", 'pure-rooms'],
  ['src/utils/a.ts', "import { x } from '../domain/x.js'; export const y = x;", 'rooms-only'],
  ['src/read/one.ts', "import type { Two } from './two.js'; export type One = Two[];", 'no-cycles'],
  ['src/domain/d.ts', "import { z } from './nowhere.js'; export const y = z;", 'resolvable'],
] as const;

const ALLOWED = [
  ['src/compare/b.ts', "import type { X } from '../domain/x.js'; export type Y = X;"],
  ['src/store/b.ts', "import type { Client } from 'pg'; export type Y = Client;"],
  ['src/app/c.ts', "import { x } from '../store/x.js'; export const y = x;"],
  ['src/api/loaders/b.ts', "import { x } from '../../store/x.js'; export const y = x;"],
  ['src/cli/b.ts', "import { x } from '../api/server.js'; export const y = x;"],
] as const;

const SURROUNDINGS = [
  ['src/read/two.ts', "import type { One } from './one.js'; export type Two = One | null;"],
  ...['domain/x', 'read/x', 'export/x', 'store/x', 'app/x', 'api/x', 'api/server'].map(
    (name) => [`src/${name}.ts`, 'export const x = 1; export type X = typeof x;'] as const,
  ),
] as const;

interface Violation {
  from: string;
  rule: { name: string };
}

describe('The import table', () => {
  const root = mkdtempSync(join(tmpdir(), 'duizhao-boundaries-'));
  let violations: string[] = [];

  beforeAll(() => {
    for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json']) cpSync(file, join(root, file));
    symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
    for (const [file, text] of [...SURROUNDINGS, ...PLANTED, ...ALLOWED]) plant(file, text);
    violations = cruise().map(({ from, rule }) => `${from}: ${rule.name}`);
  });

  afterAll(() => rmSync(root, { recursive: true }));

  test.each(PLANTED)('%s with `%s` breaks %s', (file, _text, rule) => {
    expect(violations).toContain(`${file}: ${rule}`);
  });

  test.each(ALLOWED)('%s with `%s` is allowed', (file) => {
    expect(violations.filter((violation) => violation.startsWith(file))).toEqual([]);
  });

  function plant(file: string, text: string) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }

  function cruise(): Violation[] {
    const args = ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--output-type', 'json'];
    const json = execFileSync(process.execPath, [...args, '--config', '.dependency-cruiser.mjs'], { cwd: root });
    return (JSON.parse(json.toString()) as { summary: { violations: Violation[] } }).summary.violations;
  }
});
