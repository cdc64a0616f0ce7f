import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { makeExportRouter } from '../../src/api/exports.js';
import { answerErrors } from '../../src/api/http/error-answers.js';
import { identifyRequest, makeLogger } from '../../src/api/http/request-log.js';
import { findLatestRelease } from '../../src/store/releases.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import type { Store } from '../../src/store/store.js';
import { beforeStatements } from '../support/meanwhile.js';
import { exportText, readNdjson } from '../support/export-text.js';
import { FOUR_REPORTS } from '../support/fillings.js';
import { logInto } from '../support/log-into.js';
import { multiplyReports } from '../support/multiply-reports.js';
import { readCsv } from '../support/read-csv.js';
import { REFERENCE } from '../support/reference.js';
import { EMBEDDED, POSTGRES, useTestStore } from '../support/test-stores.js';

const COMPARISON = new URLSearchParams({ input: '{"metrics":[{"key":"BASIC_EXPENDITURE"}],"years":[2019]}' });
const WHERE = '{"district":{"eq":"440104"},"statement":["THREE_OFFICIAL_EXPENSES"]}';
const FEW = new URLSearchParams({ where: WHERE });
const NOTHING = new URLSearchParams();

describe('GET /export', () => {
  const store = useTestStore(POSTGRES ?? EMBEDDED, FOUR_REPORTS);
  beforeAll(() => multiplyReports(store(), 100), 60_000);
  const broken: Record<string, unknown>[] = [];
  /** Statements from this one on fail; null: none. */
  let failsFrom: number | null = null;
  /** Is told that an answer's connection is at its end. */
  const closed: { resolve?: () => void } = {};
  let http: Server;
  let url = '';

  beforeAll(async () => {
    const app = express();
    const failing = failLater(store(), () => failsFrom !== null && failsFrom-- <= 0);
    const options = { store: failing, reference: REFERENCE, logger: logInto(broken) };
    app.use((request, response, next) => {
      identifyRequest(request, response);
      response.once('close', () => closed.resolve?.());
      next();
    });
    app.use('/export', makeExportRouter(options));
    app.use('/impatient', makeExportRouter({ ...options, patience: 1_000 }));
    app.use(answerErrors(makeLogger('silent')));
    http = createServer(app);
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    failsFrom = null;
    broken.length = 0;
  });
  afterAll(async () => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  });

  /** An answer of which nothing is taken yet. */
  const open = (path: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      ask(`${url}/${path}`, { agent: false }, (answer) => resolve(answer.pause()))
        .once('error', reject)
        .end();
    });

  it.each([
    ['line-items', 'csv', FEW],
    ['line-items', 'ndjson', FEW],
    ['indicators', 'csv', NOTHING],
    ['indicators', 'ndjson', NOTHING],
    ['findings', 'csv', NOTHING],
    ['findings', 'ndjson', NOTHING],
    ['comparison', 'csv', COMPARISON],
    ['comparison', 'ndjson', COMPARISON],
  ] as const)(
    'gives %s as %s, with a name that says table and release, not to be kept',
    async (table, format, asked) => {
      const answer = await fetch(`${url}/export/${table}.${format}?${asked}`);
      const { text, release } = await exportText(store(), { table, format, ...Object.fromEntries(asked) });
      expect((await answer.text()) === text).toBe(true);
      expect(text.length).toBeGreaterThan(1_000);
      expect([answer.status, Object.fromEntries(answer.headers)]).toMatchObject([
        200,
        {
          'content-type':
            format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/x-ndjson; charset=utf-8',
          'content-disposition': `attachment; filename="duizhao-${table}-${release.id}.${format}"`,
          'cache-control': 'no-store',
          release: release.id,
        },
      ]);
    },
  );

  it('takes the filter, order and unit of the API, and a byte order mark where one is wished for', async () => {
    const answer = await fetch(`${url}/export/line-items.csv?${FEW}&orderBy=AMOUNT_ASC&unit=YUAN&bom=1`);
    const text = Buffer.from(await answer.arrayBuffer()).toString();
    const [head = [], ...rows] = readCsv(text.slice(1));
    expect(text.codePointAt(0)).toBe(0xfeff);
    const amounts = rows.map((row) => Number(row[head.indexOf('amount')]));
    expect(amounts.length).toBeGreaterThan(100);
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
    expect(new Set(rows.map((row) => row[head.indexOf('amount_unit')]))).toEqual(new Set(['YUAN']));
    const wish = { where: WHERE, format: 'ndjson' } as const;
    expect(rows).toHaveLength(readNdjson((await exportText(store(), wish)).text).length);
  });

  it.each([
    ['line-items.xlsx', 404, 'NOT_FOUND', /^expected line-items\.csv, .*statistics\.ndjson, got line-items\.xlsx$/],
    ['line-items.csv?first=5', 400, 'BAD_USER_INPUT', /^expected where, orderBy, unit for line-items, got first$/],
    ['indicators.csv?unit=YUAN', 400, 'BAD_USER_INPUT', /^expected where for indicators, got unit$/],
    [
      'comparison.csv',
      400,
      'BAD_USER_INPUT',
      /^expected either input, a CompareInput, or id, of a comparison made earlier, got none$/,
    ],
    ['comparison.csv?input={"metrics":[{}]}', 400, 'BAD_USER_INPUT', /./],
    [
      'comparison.csv?input={"metrics":[{"key":"X"}]}',
      400,
      'BAD_USER_INPUT',
      /^input\.metrics\[0\]\.key: Value "X" does not exist/,
    ],
    ['line-items.csv?where={', 400, 'BAD_USER_INPUT', /^expected where to be JSON, got: /],
    [
      'line-items.csv?where={"yaer":{"eq":2019}}',
      400,
      'BAD_USER_INPUT',
      /^where: Field "yaer" is not defined .* mean "year"\?$/,
    ],
    [
      'line-items.csv?where={"year":{"gte":"2019"}}',
      400,
      'BAD_USER_INPUT',
      /^where\.year\.gte: Int cannot represent non-integer/,
    ],
    [
      'line-items.csv?where={"year":{"gte":2020,"lte":2019}}',
      400,
      'BAD_USER_INPUT',
      /^expected gte <= lte, got 2020 > 2019$/,
    ],
    ['line-items.csv?where={}&where={}', 400, 'BAD_USER_INPUT', /^expected where once, got it several times$/],
    ['line-items.csv?orderBy=LABEL', 400, 'BAD_USER_INPUT', /^orderBy: Value "LABEL" does not exist/],
    ['line-items.csv?bom=yes', 400, 'BAD_USER_INPUT', /^expected bom=1 or no bom, got bom=yes$/],
    ['line-items.ndjson?bom=1', 400, 'BAD_USER_INPUT', /^expected a byte order mark in csv only, got ndjson$/],
    ['line-items.csv?release=older', 400, 'BAD_USER_INPUT', /^expected a release that is kept, got older$/],
  ])('refuses %s before anything is sent', async (path, status, code, message) => {
    const answer = await fetch(`${url}/export/${path}`);
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status,
      body: { errors: [{ message: expect.stringMatching(message), extensions: expect.objectContaining({ code }) }] },
    });
    expect(answer.headers.get('content-disposition')).toBeNull();
  });

  it('refuses more values than a question to the API may have', async () => {
    const answer = await fetch(`${url}/export/line-items.csv?where={"year":{"in":[${Array(5_001).fill(1).join()}]}}`);
    const message = 'expected at most 5000 values in the variables, got 5001';
    const extensions = { code: 'TOO_COSTLY', measure: 'variables', limit: 5_000, actual: 5_001 };
    expect([answer.status, await answer.json()]).toEqual([400, { errors: [{ message, extensions }] }]);
  });

  it('answers a HEAD with the headers of a GET, reading nothing but the release', async () => {
    const { result, statements } = await withStatementCount(store(), () =>
      fetch(`${url}/export/line-items.csv`, { method: 'HEAD' }),
    );
    expect(statements).toBe(1);
    expect(result.headers.get('content-disposition')).toMatch(/^attachment; filename="duizhao-line-items-\w+\.csv"$/);
    expect((await fetch(`${url}/export/line-items.csv?first=5`, { method: 'HEAD' })).status).toBe(400);
  });

  it('pins the release by header as by parameter', async () => {
    const { id } = await findLatestRelease(store());
    const pinned = await fetch(`${url}/export/indicators.csv`, { headers: { release: id } });
    expect([pinned.status, pinned.headers.get('release')]).toEqual([200, id]);
    await pinned.text();
    expect((await fetch(`${url}/export/indicators.csv`, { headers: { release: 'older' } })).status).toBe(400);
    const both = await fetch(`${url}/export/indicators.csv?release=${id}`, { headers: { release: id } });
    expect([both.status, (await both.text()).length > 0]).toEqual([200, true]);
    const torn = await fetch(`${url}/export/indicators.csv?release=${id}`, { headers: { release: 'older' } });
    expect([torn.status, await torn.json()]).toMatchObject([
      400,
      { errors: [{ message: `expected one release, by header or by parameter, got older and ${id}` }] },
    ]);
  });

  it('gives a comparison by its id as by its question', async () => {
    const byInput = await (await fetch(`${url}/export/comparison.ndjson?${COMPARISON.toString()}`)).text();
    const [cell] = readNdjson(byInput);
    const byId = await fetch(`${url}/export/comparison.ndjson?id=${String(cell?.['comparison_id'])}`);
    expect([byId.status, await byId.text()]).toEqual([200, byInput]);
    const unknown = await fetch(`${url}/export/comparison.ndjson?id=such`);
    expect([unknown.status, await unknown.json()]).toMatchObject([
      400,
      { errors: [{ message: 'expected the id of a comparison made earlier, got "such"' }] },
    ]);
  });

  it('runs four exports at once, refuses a fifth with the time to come back, and is free again when one ends', async () => {
    const running = await Promise.all(Array.from({ length: 4 }, () => open('export/line-items.ndjson')));
    const fifth = await fetch(`${url}/export/indicators.csv`);
    expect([fifth.status, fifth.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await fifth.json()).toEqual({
      errors: [
        {
          message: 'expected at most 4 exports at once, got one more; try again later',
          extensions: { code: 'TOO_BUSY', requestId: fifth.headers.get('x-request-id') },
        },
      ],
    });
    expect((await readAll(running[0] as IncomingMessage)).endsWith('\n')).toBe(true);
    let status = 0;
    for (let attempt = 0; attempt < 50 && status !== 200; attempt++) {
      await setTimeout(20 * attempt);
      ({ status } = await fetch(`${url}/export/indicators.csv`));
    }
    for (const answer of running) answer.destroy();
    expect(status).toBe(200);
    expect(broken).toEqual([]);
  });

  it('cuts the connection where reading fails midway, so that no half looks whole', async () => {
    failsFrom = 5;
    const answer = await fetch(`${url}/export/line-items.csv`);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
    expect(broken).toEqual([expect.objectContaining({ msg: 'the store is gone' })]);
  });

  it('answers with an error where reading fails at once', async () => {
    failsFrom = 0;
    const answer = await fetch(`${url}/export/line-items.csv`);
    expect([answer.status, await answer.json()]).toEqual([
      500,
      {
        errors: [
          {
            message: expect.any(String),
            extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: answer.headers.get('x-request-id') },
          },
        ],
      },
    ]);
  });

  it('cuts off a client that takes nothing, and stops reading for it', async () => {
    const isClosed = new Promise<void>((resolve) => (closed.resolve = resolve));
    const { result, statements } = await withStatementCount(store(), async () => {
      const answer = await open('impatient/line-items.ndjson');
      await isClosed;
      return readAll(answer).catch(({ message }: Error) => message);
    });
    expect(result).toBe('aborted');
    expect(statements).toBeLessThan(100);
    expect(broken).toEqual([]);
  });
});

/** The store, of which statements fail from some point on. */
function failLater(store: Store, fails: () => boolean): Store {
  return beforeStatements(store, async () => {
    if (fails()) throw new Error('the store is gone');
  });
}
