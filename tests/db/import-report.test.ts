import { beforeEach, describe, expect, it } from '@jest/globals';
import { importReports } from '../../src/app/import-report.js';
import type { GivenDocument, ImportedDocument, ImportRequest } from '../../src/app/import-report.js';
import { AppError } from '../../src/domain/app-error.js';
import type { Report } from '../../src/domain/report.js';
import { READER_VERSION } from '../../src/read/read-report.js';
import { countReports } from '../../src/store/reports.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { emptyStore, STORE_KINDS, useTestStore } from '../support/test-stores.js';

/** A document of which its text says what it is read as: a year, `incomplete` with one, or nothing that is a report. */
const given = (path: string, text: string): GivenDocument => ({
  path,
  load: () => Promise.resolve(new TextEncoder().encode(text)),
});

describe.each(STORE_KINDS)('Importing documents into $name', (kind) => {
  const store = useTestStore(kind);
  const reads: string[] = [];
  beforeEach(async () => {
    await emptyStore(store());
    reads.length = 0;
  });

  const read = async (bytes: Uint8Array): Promise<Report> => {
    const text = new TextDecoder().decode(bytes);
    reads.push(text);
    const [, year] = /(\d{4})$/.exec(text) ?? [];
    if (year === undefined) throw new AppError('NOT_A_REPORT', 'expected a report, got a poem');
    const sha256 = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    const report = makeReport({ year: Number(year), readerVersion: READER_VERSION });
    const statements = report.statements.map((own, index) =>
      index === 0 && text.startsWith('incomplete') ? { ...own, rowsSeen: own.rowsSeen + 2 } : own,
    );
    return { ...report, statements, sha256: Buffer.from(sha256).toString('hex') };
  };
  const run = async (
    documents: readonly GivenDocument[],
    more: Partial<ImportRequest> = {},
  ): Promise<ImportedDocument[]> => {
    const request = { store: store(), reference: REFERENCE, documents, read, ahead: 3, strict: false, ...more };
    const imported: ImportedDocument[] = [];
    for await (const document of importReports(request)) imported.push(document);
    return imported;
  };
  const outcomes = (imported: readonly ImportedDocument[]): string[] =>
    imported.map(({ path, outcome }) => `${path} ${outcome}`);

  it('stores them in the order given; the same again is not read again, and said to be what it was', async () => {
    const documents = [given('a', '2019'), given('b', '春江花月夜'), given('c', 'incomplete 2020')];
    const first = await run(documents);
    expect(outcomes(first)).toEqual(['a STORED', 'b REFUSED', 'c STORED']);
    reads.length = 0;
    const second = await run(documents);
    expect(outcomes(second)).toEqual(['a UNCHANGED', 'b REFUSED', 'c UNCHANGED']);
    expect(reads).toEqual(['春江花月夜']);
    const told = (imported: ImportedDocument | undefined): unknown =>
      imported &&
      'reportId' in imported && { ...imported, outcome: null, report: { ...imported.report, issues: null } };
    expect(told(second[0])).toEqual(told(first[0]));
    expect(told(second[2])).toEqual(told(first[2]));
  });

  it('says of the same bytes, wherever they stand, which document they are', async () => {
    const imported = await run([given('a', '2019'), given('b', '2019'), given('c', '2020'), given('d', '2019')]);
    expect(outcomes(imported)).toEqual(['a STORED', 'b DUPLICATE', 'c STORED', 'd DUPLICATE']);
    expect(imported[3]).toMatchObject({ sameAs: 'a' });
    expect(await countReports(store())).toBe(2);
  });

  it('stores nothing of a report in which something could not be read, where that is asked, and says what', async () => {
    const documents = [given('a', 'incomplete 2019'), given('b', '2020')];
    const [refused, stored] = await run(documents, { strict: true });
    expect([refused?.outcome, stored?.outcome]).toEqual(['REFUSED', 'STORED']);
    expect(refused).toMatchObject({
      error: { message: 'expected every row and table to be read, got 2 that could not be' },
      report: { year: 2019, counts: { refusals: 2 } },
    });
    expect(await countReports(store())).toBe(1);
  });

  it('stops after the report that is being stored', async () => {
    const controller = new AbortController();
    const documents = Array.from({ length: 6 }, (_, index) => given(String(index), String(2014 + index)));
    const request = { store: store(), reference: REFERENCE, documents, read, ahead: 3, strict: false };
    const imported: ImportedDocument[] = [];
    for await (const document of importReports({ ...request, signal: controller.signal })) {
      imported.push(document);
      if (imported.length === 2) controller.abort();
    }
    expect(outcomes(imported)).toEqual(['0 STORED', '1 STORED']);
    expect(await countReports(store())).toBe(2);
    expect(outcomes(await run(documents))[2]).toBe('2 STORED');
  });

  it('says what would be stored, without a store', async () => {
    const imported = await run([given('a', '2019'), given('b', '春')], { store: null });
    expect(outcomes(imported)).toEqual(['a WOULD_STORE', 'b REFUSED']);
    expect(await countReports(store())).toBe(0);
  });

  it('ends where something fails that is no fault of a document', async () => {
    const broken = (): Promise<Report> => Promise.reject(new TypeError('a bug'));
    await expect(run([given('a', '2019')], { read: broken })).rejects.toThrow('a bug');
  });
});
