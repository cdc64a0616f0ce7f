import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const check = (file: string) => promisify(execFile)(process.execPath, ['.ci/check-compose.mjs', file]);

describe('docker-compose.yml', () => {
  it('is a compose file', async () => {
    await expect(check('docker-compose.yml')).resolves.toEqual({ stdout: '', stderr: '' });
  });

  it('is really looked at: a misspelt key is refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duizhao-compose-'));
    const file = join(folder, 'compose.yml');
    writeFileSync(file, 'services: { postgres: { image: "postgres:16", prots: ["5432:5432"] } }');
    await expect(check(file)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('"prots"') });
    rmSync(folder, { recursive: true });
  });
});
