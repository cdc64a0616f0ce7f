import { READY_RULES } from '../../src/app/keep-ready.js';
import { startServer } from '../../src/api/server.js';
import type { RunningServer } from '../../src/api/server.js';
import { saveReport } from '../../src/store/save-report.js';
import { logInto } from '../support/log-into.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

const READ = `{ departments { nodes { name reports { id title revision lineItems(first: 3) { nodes { amount } } } } }
  fiscalYears { year reports { totalCount } }
  compare(input: { metrics: [{ key: EXPENDITURE }, { key: BASIC_EXPENDITURE }], baseline: { previousYear: true } }) { cells { year value ratio } } }`;
const IMPORTS = 8;
const ASKING_AT_ONCE = 4;

describe.each(STORE_KINDS)('while reports are imported one after the other into $name', (kind) => {
  const store = useTestStore(kind, (own) => saveReport(own, makeReport(), REFERENCE, [], READY_RULES));
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ store: store(), reference: REFERENCE, port: 0, logger: logInto([]) });
  });
  afterAll(() => server.close());

  const ask = async (release?: string): Promise<[status: number, text: string]> => {
    const headers = { 'content-type': 'application/json', ...(release !== undefined && { release }) };
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: READ }),
    });
    return [answer.status, await answer.text()];
  };

  test('every answer is that of the release it names, and none is older than what was imported before it was asked for', async () => {
    const heard = new Map<string, Set<string>>();
    const releases: string[] = [releaseOf((await ask())[1])];
    let isImporting = true;
    const keepAsking = async (): Promise<void> => {
      while (isImporting) {
        const imported = releases.length;
        const [status, text] = await ask();
        // On one connection an import may come between each of three times.
        if (status === 503 && kind.name !== 'PostgreSQL') continue;
        expect([status, text]).toEqual([200, expect.not.stringContaining('"errors"')]);
        const release = releaseOf(text);
        heard.set(release, (heard.get(release) ?? new Set()).add(text));
        const place = releases.indexOf(release);
        expect([imported, place === -1 || place >= imported - 1]).toEqual([imported, true]);
      }
    };
    const asking = Array.from({ length: ASKING_AT_ONCE }, keepAsking);
    for (let edition = 2; edition <= IMPORTS; edition += 1) {
      await saveReport(store(), makeReport({ edition }), REFERENCE, [], READY_RULES);
      releases.push(releaseOf((await ask())[1]));
    }
    isImporting = false;
    await Promise.all(asking);
    expect(heard.size).toBeGreaterThan(1);
    for (const [release, texts] of heard) expect([[...texts], release]).toEqual([[(await ask(release))[1]], release]);
  }, 60_000);
});

function releaseOf(text: string): string {
  return (JSON.parse(text) as { extensions: { release: string } }).extensions.release;
}
