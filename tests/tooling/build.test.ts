import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

describe('The build before start, test and cli', () => {
  const root = mkdtempSync(join(tmpdir(), 'duizhao-build-'));

  beforeAll(() => {
    cpSync('.ci/build.mjs', join(root, '.ci/build.mjs'));
    cpSync('tsconfig.json', join(root, 'tsconfig.json'));
    symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
    write('src/domain/one.ts', 'export const one: number = 1;');
    write('src/read/two.ts', 'export const two: number = 2;');
  });

  afterAll(() => rmSync(root, { recursive: true }));

  it('builds once when two start at the same time, and says so in one line', async () => {
    const [first, second] = await Promise.all([build(), build()]);
    expect([first.stdout, second.stdout]).toEqual(['', '']);
    expect(`${first.stderr}${second.stderr}`).toMatch(/^built server in \d+\.\d s\n$/);
    expect(read('dist/domain/one.js')).toContain('const one = 1');
  });

  it('builds nothing and says nothing when all is there', async () => {
    expect(await build()).toEqual({ stdout: '', stderr: '' });
  });

  it('builds again what has changed, and drops what is gone', async () => {
    write('src/domain/one.ts', 'export const one: number = 11;');
    rmSync(join(root, 'src/read'), { recursive: true });
    expect((await build()).stderr).toMatch(/^built server/);
    expect(read('dist/domain/one.js')).toContain('const one = 11');
    expect(existsSync(join(root, 'dist/read'))).toBe(false);
  });

  it('builds again when the output was removed', async () => {
    rmSync(join(root, 'dist'), { recursive: true });
    expect((await build()).stderr).toMatch(/^built server/);
  });

  it('fails with the place of the mistake, and keeps what was built before', async () => {
    write('src/domain/one.ts', 'export const = 1;');
    await expect(build()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('src/domain/one.ts:1:13') });
    expect(read('dist/domain/one.js')).toContain('const one = 11');
    write('src/domain/one.ts', 'export const one: number = 12;');
    expect((await build()).stderr).toMatch(/^built server/);
  });

  const build = () => promisify(execFile)(process.execPath, ['.ci/build.mjs'], { cwd: root });
  const read = (file: string) => readFileSync(join(root, file), 'utf8');

  function write(file: string, text: string) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
});
