import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/domain/report.js';
import { countLineItems, findLineItems } from '../../src/store/line-items.js';
import { findLatestRelease, findReleaseById } from '../../src/store/releases.js';
import { countReports, findReports, findReportsByIds, findSupersedingReports } from '../../src/store/reports.js';
import { saveReport } from '../../src/store/save-report.js';
import type { SavedReport } from '../../src/store/save-report.js';
import { describeContents, findDamage } from '../support/check-store.js';
import { makeReport, makeReports } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { emptyStore, STORE_KINDS, useTestStore } from '../support/test-stores.js';

describe.each(STORE_KINDS)('Saving a report on $name', (kind) => {
  const store = useTestStore(kind);
  beforeEach(() => emptyStore(store()));
  const save = (report: Report): Promise<SavedReport> => saveReport(store(), report, REFERENCE);

  it('stores every figure, to be read back as it was printed', async () => {
    const report = makeReport({ details: 30 });
    const { reportId, outcome } = await save(report);
    const { edges } = await findLineItems(store(), { report: { eq: reportId } }, 'PRINTED', { first: 500 });
    expect(outcome).toBe('STORED');
    const given = report.lineItems.map(({ statement, column, label, amount, source }) => [
      statement,
      column,
      label,
      amount,
      source.text,
    ]);
    expect(
      edges.map(({ node: { statement, column, label, amount, source } }) => [
        statement,
        column,
        label,
        amount,
        source.text,
      ]),
    ).toEqual(given);
    expect(await findLatestRelease(store())).toMatchObject({
      number: 1,
      reports: 1,
      lineItems: report.lineItems.length,
    });
    expect(await findDamage(store())).toEqual([]);
  });

  it('changes nothing when the same document comes again, not even the release', async () => {
    const first = await save(makeReport());
    const before = [await describeContents(store()), await findLatestRelease(store())];
    expect(await save(makeReport())).toEqual({ ...first, outcome: 'UNCHANGED' });
    expect([await describeContents(store()), await findLatestRelease(store())]).toEqual(before);
  });

  it('takes another document for the same department, year and kind as a revision and keeps the old one', async () => {
    const first = await save(makeReport({ edition: 1 }));
    const second = await save(makeReport({ edition: 2 }));
    expect(second).toMatchObject({ outcome: 'REVISED', supersedesId: first.reportId });
    const reports = await findReportsByIds(store(), [first.reportId, second.reportId]);
    expect(reports.get(first.reportId)).toMatchObject({ revision: 1, status: 'SUPERSEDED', supersedesId: null });
    expect(reports.get(second.reportId)).toMatchObject({
      revision: 2,
      status: 'CURRENT',
      supersedesId: first.reportId,
    });
    expect((await findSupersedingReports(store(), [first.reportId])).get(first.reportId)?.id).toBe(second.reportId);
    expect(await countReports(store())).toBe(1);
    expect(await countReports(store(), { superseded: true })).toBe(1);
    expect(await countReports(store(), { superseded: null })).toBe(2);
    const all = makeReport().lineItems.length;
    expect(await countLineItems(store(), {})).toBe(all);
    expect(await countLineItems(store(), { report: { eq: first.reportId } })).toBe(all);
    expect(await findDamage(store())).toEqual([]);
  });

  it('tells other years, kinds and unit scopes apart from revisions', async () => {
    const wishes = [
      {},
      { year: 2020 },
      { kind: 'BUDGET' as const },
      { unitScope: 'PROPER' },
      { unitScope: 'UNIT:政务服务中心' },
    ];
    for (const wish of wishes) expect((await save(makeReport(wish))).outcome).toBe('STORED');
    expect(await countReports(store())).toBe(5);
  });

  it('replaces what an older reader read, keeps ids and revision, and ignores an older one', async () => {
    const older = makeReport({ edition: 2, readerVersion: 1 });
    await save(makeReport({ edition: 1 }));
    const first = await save(older);
    const [item] = (await findLineItems(store(), { accountCode: { eq: '2010301' } }, 'PRINTED', { first: 1 })).edges;
    const [last, ...others] = [...older.lineItems].reverse();
    const newer = { ...older, readerVersion: 2, lineItems: others.reverse() };
    expect(last).toBeDefined();
    expect(await save(newer)).toEqual({ ...first, outcome: 'REPLACED' });
    const after = await findLineItems(store(), { accountCode: { eq: '2010301' } }, 'PRINTED', { first: 1 });
    expect(after.edges[0]?.node.id).toBe(item?.node.id);
    expect((await findReportsByIds(store(), [first.reportId])).get(first.reportId)).toMatchObject({
      revision: 2,
      readerVersion: 2,
    });
    expect(await countLineItems(store())).toBe(older.lineItems.length - 1);
    expect(await save(older)).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await countLineItems(store())).toBe(older.lineItems.length - 1);
    expect(await findDamage(store())).toEqual([]);
  });

  it('adds no release when a newer reader reads the same', async () => {
    await save(makeReport({ readerVersion: 1 }));
    const before = await findLatestRelease(store());
    expect(await save(makeReport({ readerVersion: 2 }))).toMatchObject({ outcome: 'REPLACED' });
    expect(await findLatestRelease(store())).toEqual(before);
  });

  it('moves a document to the year or the department that a newer reader finds in it', async () => {
    const first = makeReport({ edition: 1 });
    const second = makeReport({ edition: 2 });
    const third = makeReport({ edition: 3 });
    const ids = [];
    for (const report of [first, second, third]) ids.push((await save(report)).reportId);
    expect(await save({ ...second, year: 2020, readerVersion: 2 })).toMatchObject({
      outcome: 'REPLACED',
      reportId: ids[1],
    });
    const left = await findReportsByIds(store(), ids);
    expect(ids.map((id) => left.get(id)?.revision)).toEqual([1, 1, 2]);
    expect(left.get(ids[2] ?? '')?.supersedesId).toBe(ids[0]);
    const moved = { ...third, district: '440117', department: '广州市从化区政务服务数据管理局', readerVersion: 2 };
    expect(await save(moved)).toMatchObject({ outcome: 'REPLACED', supersedesId: null });
    expect((await findReportsByIds(store(), ids)).get(ids[0] ?? '')).toMatchObject({ status: 'CURRENT', revision: 1 });
    expect(await countReports(store(), { superseded: null })).toBe(3);
    expect(await findDamage(store())).toEqual([]);
  });

  it('moves the only report of a department to another year', async () => {
    const { reportId } = await save(makeReport());
    expect(await save({ ...makeReport(), year: 2016, readerVersion: 2 })).toMatchObject({
      outcome: 'REPLACED',
      reportId,
    });
    expect(
      (await findReports(store(), null, { first: 2 })).edges.map(({ node }) => [node.id, node.year, node.revision]),
    ).toEqual([[reportId, 2016, 1]]);
    expect(await findDamage(store())).toEqual([]);
  });

  it('leaves nothing of what an older reader read wrongly: accounts, spellings, departments, districts', async () => {
    const right = [makeReport({ readerVersion: 2 }), makeReport({ year: 2020, department: '广州市越秀区水务局' })];
    for (const report of right) await save(report);
    const expected = await describeContents(store());
    await emptyStore(store());
    const [office, ...others] = [...right[0]!.lineItems].reverse();
    const account = { ...office!.account, classification: 'FUNCTIONAL' as const, code: '2990399', key: '2990399' };
    const wrong = [
      { ...office!, account },
      ...others.map((item) => (item.account.code === '2010301' ? { ...item, label: '行政运' } : item)),
    ];
    await save({ ...right[0]!, lineItems: wrong.reverse(), readerVersion: 1, district: '110101', year: 1999 });
    expect(await describeContents(store())).toContain('2990399');
    for (const report of right) await save(report);
    const readers = (text: string): string => text.replace(/"readerVersion": \d/g, '');
    expect(readers(await describeContents(store()))).toBe(readers(expected));
    expect(await findDamage(store())).toEqual([]);
  });

  it('stores all or nothing: what fails at the last row leaves no trace', async () => {
    await save(makeReport({ year: 2018 }));
    const before = await describeContents(store());
    const report = makeReport({ year: 2021, district: '440117', department: '广州市从化区水务局' });
    const wrong = {
      ...report,
      issues: [...report.issues, { ...report.issues[0]!, statement: 'NO_SUCH_STATEMENT' as never }],
    };
    await expect(save(wrong)).rejects.toThrow(/Issue_statement_check/);
    expect(await describeContents(store())).toBe(before);
    const replaced = { ...makeReport({ year: 2018 }), readerVersion: 2, issues: wrong.issues };
    await expect(save(replaced)).rejects.toThrow(/Issue_statement_check/);
    expect(await describeContents(store())).toBe(before);
  });

  it('keeps quotes, backslashes, braces, long and unstorable texts; NUL and half surrogates become U+FFFD', async () => {
    const [item, ...others] = makeReport().lineItems;
    const label = `a'b"c\\d{e,f}NULL\n\t${'长'.repeat(100_000)}`;
    const torn = { ...item!, label, unitName: 'x\u0000y\ud800z', source: { ...item!.source, text: '\u0000' } };
    const report = { ...makeReport(), lineItems: [torn, ...others], title: '\u0000题' };
    const { reportId } = await save(report);
    const { edges } = await findLineItems(store(), { report: { eq: reportId } }, 'PRINTED', { first: 1 });
    expect(edges[0]?.node).toMatchObject({ label, unitName: 'x\ufffdy\ufffdz', source: { text: '\ufffd' } });
    expect((await findReportsByIds(store(), [reportId])).get(reportId)?.title).toBe('\ufffd题');
    expect(await countLineItems(store(), { unitName: { eq: 'x\u0000y\ud800z' } })).toBe(1);
    expect((await save(report)).outcome).toBe('UNCHANGED');
  });

  it('stores accounts whose path is longer than an index can hold', async () => {
    const [item, ...others] = makeReport().lineItems;
    const key = `REVENUE_EXPENDITURE_SUMMARY/REVENUE/${'很长'.repeat(5_000)}`;
    const { reportId } = await save({
      ...makeReport(),
      lineItems: [{ ...item!, account: { ...item!.account, key } }, ...others],
    });
    expect(await countLineItems(store(), { report: { eq: reportId } })).toBe(others.length + 1);
  });

  it('says that two figures of one cell are two', async () => {
    const report = makeReport();
    await save({ ...report, lineItems: [...report.lineItems, report.lineItems[0]!] });
    expect(await countLineItems(store())).toBe(report.lineItems.length + 1);
  });

  it('comes to the same in whatever order reports are imported', async () => {
    const reports = [
      ...makeReports(5),
      makeReport({ unitScope: 'PROPER', department: '越秀区政务服务数据管理局', year: 2022 }),
    ];
    for (const report of reports) await save(report);
    const contents = await describeContents(store());
    await emptyStore(store());
    for (const report of [...reports].reverse()) await save(report);
    expect(await describeContents(store())).toBe(contents);
    expect(await findDamage(store())).toEqual([]);
  });

  it('gives each state of the store one release, the same again when the state returns', async () => {
    const report = makeReport();
    const empty = await findLatestRelease(store());
    await save(report);
    const first = await findLatestRelease(store());
    await save({ ...report, title: '更正', readerVersion: 2 });
    const second = await findLatestRelease(store());
    await save({ ...report, readerVersion: 3 });
    const third = await findLatestRelease(store());
    expect([empty.number, first.number, second.number, third.number]).toEqual([0, 1, 2, 3]);
    expect(third.id).toBe(first.id);
    expect(new Set([empty.id, first.id, second.id]).size).toBe(3);
    // Its rows were written over: it can't be answered from any more.
    expect(await findReleaseById(store(), second.id)).toEqual({ ...second, kept: false });
    expect(await findReleaseById(store(), 'no such')).toBeUndefined();
  });

  it('pages through reports, newest first', async () => {
    for (const report of makeReports(3, [2018, 2019])) await save(report);
    const first = await findReports(store(), null, { first: 4 });
    const second = await findReports(store(), null, { first: 4, after: first.edges.at(-1)?.cursor ?? null });
    expect([...first.edges, ...second.edges].map(({ node }) => node.year)).toEqual([
      2019, 2019, 2019, 2018, 2018, 2018,
    ]);
    expect([first.hasNextPage, second.hasNextPage, first.hasPreviousPage, second.hasPreviousPage]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
