import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countLineItems } from '../../src/store/line-items.js';
import { openStore } from '../../src/store/open-store.js';
import { saveReport } from '../../src/store/save-report.js';
import { runCli } from '../cli/run-cli.js';
import { makeReports } from '../support/make-report.js';
import { multiplyReports } from '../support/multiply-reports.js';
import { REFERENCE } from '../support/reference.js';
import { EMBEDDED, POSTGRES } from '../support/test-stores.js';
import type { TestPlace } from '../support/test-stores.js';

/** Of some 240 rows each. */
const COPIES = 800;
/** Megabytes of objects; what is kept of each row would fill it after some ten thousand. */
const HEAP = 96;
const TIMEOUT = 300_000;

describe('An export of many rows', () => {
  let place: TestPlace;
  let folder = '';
  let rows = 0;
  beforeAll(async () => {
    place = await (POSTGRES ?? EMBEDDED).makePlace();
    folder = await mkdtemp(join(tmpdir(), 'duizhao-memory-'));
    const store = await openStore(place.location);
    for (const report of makeReports(4, [2019])) await saveReport(store, report, REFERENCE);
    await multiplyReports(store, COPIES);
    rows = await countLineItems(store);
    await store.close();
  }, TIMEOUT);
  afterAll(async () => {
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  }, TIMEOUT);

  it.each(['csv', 'ndjson'])(
    'takes no more memory than one of few: %s',
    async (format) => {
      const { location } = place;
      const where: Record<string, string> =
        'dataDir' in location ? { DUIZHAO_DATA: location.dataDir } : { DATABASE_URL: location.databaseUrl };
      const env = { ...where, NODE_OPTIONS: `--max-old-space-size=${HEAP}` };
      const out = join(folder, `figures.${format}`);
      const { code, stderr } = await runCli(['export', 'line-items', '--format', format, '--out', out], env);
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(`^${rows} rows of release `) });
      expect(rows).toBeGreaterThan(160_000);
      expect((await stat(out)).size).toBeGreaterThan(500 * rows);
    },
    TIMEOUT,
  );
});
