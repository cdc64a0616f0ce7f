import { EXAMPLES } from '../../src/api/examples/examples.js';
import { loadSeeds } from '../../src/app/seed-files.js';
import type { Report } from '../../src/domain/report.js';
import { saveReport } from '../../src/store/save-report.js';
import { saveStatistics } from '../../src/store/statistics.js';
import type { Store } from '../../src/store/store.js';
import { comparisonId } from '../support/comparison-id.js';
import { exportText } from '../support/export-text.js';
import { FIVE_REPORTS, saveReports } from '../support/fillings.js';
import { makeReport } from '../support/make-report.js';
import { interrupt } from '../support/meanwhile.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';
import type { Reply } from './ask.js';

const CONGHUA = '440117';

/** The same document published again: another file, in which every figure is 1.00 more and one row less is printed. */
function revise(report: Report, sign: string): Report {
  const [, ...others] = report.lineItems;
  const lineItems = others.map((item) => ({ ...item, amount: { ...item.amount, fen: item.amount.fen + 1_000_000n } }));
  return { ...report, sha256: sign.repeat(64), title: `${report.title}（更正）`, lineItems };
}

/** What comes after the release that is asked for: revisions, a year, a name, a department and a district that were not there. */
async function makeLaterReports(): Promise<Report[]> {
  const own = (await loadSeeds()).filter(({ district }) => district === CONGHUA);
  const named = own.map((report) => ({
    ...revise(report, 'c'),
    ...{ year: 2021, department: '广州市从化区政务服务和数据管理局', placeInDocument: 1 },
  }));
  const elsewhere = makeReport({ district: '440106', department: '广州市天河区水务局', year: 2022, details: 5 });
  return [
    ...own.map((report) => revise(report, 'a')),
    ...own.map((report) => revise(report, 'b')),
    ...named,
    elsewhere,
  ];
}

/** Newer than those that come with the program: without a pin they are taken. */
const LATER_STATISTICS = ['440117', '440104', '440105', '440113'].map((districtCode) => ({
  ...{ kind: 'POPULATION' as const, districtCode, year: 2019, value: '70.01' },
  ...{ vintage: '2099-01 revised', source: 'made up' },
}));

/** Lists, names and counts that a later release has otherwise. */
const QUESTIONS: readonly string[] = [
  '{ districts { code name departments { id name body formerNames years { year } reports { id revision } } } }',
  '{ departments { totalCount nodes { id name years { year } } } }',
  '{ departments(where: { name: { contains: "和数据" } }) { totalCount } }',
  '{ fiscalYears { year reports { totalCount nodes { id } } } }',
  '{ reports(where: { superseded: null }) { totalCount nodes { id title revision supersededBy { id } supersedes { id } } } }',
  '{ reports(where: { superseded: true }) { totalCount nodes { id } } }',
  '{ lineItems(orderBy: AMOUNT_DESC, first: 20) { totalCount nodes { id amount label account { name variants } } } }',
  '{ evaluations { totalCount nodes { id } } performanceIndicators { totalCount nodes { id met } } }',
  '{ reportedFacts { totalCount nodes { id value } } findings(first: 5) { totalCount nodes { id outcome message } } }',
  '{ accounts(first: 500) { totalCount nodes { id name variants parent { id } children { id } } } }',
  '{ accounts(search: "renli") { totalCount nodes { code name } } }',
  '{ coverage { districtsPresent districtsTotal cells { district { code } year kinds reports { id } } } }',
  '{ nonsense }',
  '{ compare(input: { metrics: [{ key: EXPENDITURE }] }) { id coverage { cells { year } } } }',
  `{ comparison(id: "${comparisonId({ metrics: [{ key: 'EXPENDITURE' }] })}") { id warnings { message } cells { value sources { id } } } }`,
  '{ compare(input: { metrics: [{ key: EXPENDITURE }, { key: INDICATORS_MET }] }) { id verdict question cells { value missing district { code } } } }',
  '{ district: districts(where: { code: { eq: "440117" } }) { value(metric: REVENUE, year: 2019) { amount explanation { citation } } } }',
  '{ statistics(district: "440117") { year value vintage } }',
  '{ compare(input: { metrics: [{ key: EXPENDITURE }], years: [2019], normalise: PER_CAPITA }) { id cells { value missing statistics { vintage } warnings { message } } } }',
  '{ rank(input: { metrics: [{ key: EXPENDITURE }] }) { totalCount nodes { rank value district { name } year } } }',
  '{ execution(input: { district: "440117" }) { verdict warnings { message } years { year compositionVariance items { account { name } outturn { value } original { amount } } } } }',
  '{ aggregate(where: { year: { eq: 2019 }, statement: [EXPENDITURE] }, groupBy: [DISTRICT, STATEMENT]) { total verdict nodes { district { code } statement sum share } } }',
  '{ aggregate(where: { statement: [EXPENDITURE] }, groupBy: [DEPARTMENT, YEAR, ACCOUNT], level: CATEGORY) { totalCount warnings { message } nodes { year sum residual } } }',
  '{ trend(input: { metric: { key: EXPENDITURE }, district: "440117" }) { verdict points { cell { year value } breaks { message } } } }',
  '{ releases { totalCount nodes { id kept reports lineItems changes(first: 2) { totalCount nodes { before { amount } after { amount } } } } } }',
];

const LISTED = ['line-items', 'indicators', 'facts', 'findings'] as const;
const COMPARED = { table: 'comparison', input: '{"metrics":[{"key":"EXPENDITURE"}]}' } as const;

async function answerAll(store: Store, release?: string): Promise<Record<string, string>> {
  const own: Record<string, string> = {};
  const questions = [...EXAMPLES, ...QUESTIONS.map((query) => ({ title: query, query, variables: {} }))];
  for (const { title, query, variables } of questions) own[title] = textOf(await ask(store, query, variables, release));
  for (const wish of [...LISTED.map((table) => ({ table })), COMPARED])
    own[`export ${wish.table}`] = (
      await exportText(store, { ...wish, ...(release !== undefined && { release }) })
    ).text;
  return own;
}

/** All that a client gets. */
function textOf({ data, errors, extensions }: Reply<unknown>): string {
  return JSON.stringify({ data, errors, extensions });
}

describe.each(STORE_KINDS)('a release of the five published reports on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  let release = '';
  let before: Record<string, string> = {};
  beforeAll(async () => {
    release = String((await ask(store(), '{ release { id } }')).extensions['release']);
    before = await answerAll(store());
    await saveReports(store(), await makeLaterReports());
    await saveStatistics(store(), LATER_STATISTICS);
  }, 120_000);

  test('answers every example, list and export with the same bytes after others were imported', async () => {
    expect(await answerAll(store(), release)).toEqual(before);
  }, 60_000);

  test('is another one than the newest, which answers otherwise', async () => {
    const refused = QUESTIONS.filter((query) => !before[query]?.includes('"errors":[],'));
    expect(refused).toEqual(['{ nonsense }']);
    for (const query of QUESTIONS)
      expect([query, textOf(await ask(store(), query))]).not.toEqual([query, before[query]]);
    expect((await exportText(store(), COMPARED)).text).not.toBe(before['export comparison']);
  });

  test('takes as many statements as the newest, and those of the newest know nothing of releases', async () => {
    const query =
      '{ departments { nodes { name reports { supersededBy { id } lineItems(first: 1) { nodes { id } } } } } }';
    const [pinned, newest] = [await ask(store(), query, {}, release), await ask(store(), query)];
    // departments, their reports, line items; superseding reports are looked for where there are some; the release
    expect([pinned.statements, newest.statements]).toEqual([4, 4]);
    expect(newest.sql.filter((sql) => /currentFrom|currentUntil|sinceRelease/.test(sql))).toEqual([]);
  });

  test('does not know reports, departments, years and releases that came later, by their ids and names either', async () => {
    const later = await ask<{
      reports: { nodes: { id: string; department: { id: string } }[] };
      release: { id: string };
    }>(store(), '{ release { id } reports(where: { year: { eq: 2022 } }) { nodes { id department { id } } } }');
    const [{ id: report = '', department }] = later.data.reports.nodes as [{ id: string; department: { id: string } }];
    const { data, extensions } = await ask(
      store(),
      `{ report(id: "${report}") { id } department(id: "${department.id}") { id } release(id: "${later.data.release.id}") { id }
        lineItems(where: { report: { eq: "${report}" } }) { totalCount }
        districts(where: { code: { eq: "440106" } }) { code }
        reports(where: { year: { eq: 2022 } }) { totalCount } }`,
      {},
      release,
    );
    expect(data).toEqual({
      ...{ report: null, department: null, release: null, districts: [] },
      ...{ lineItems: { totalCount: 0 }, reports: { totalCount: 0 } },
    });
    expect([...(extensions['hints'] as string[])].sort()).toEqual([
      `no department has the id "${department.id}"`,
      `no release has the id "${later.data.release.id}"`,
      `no report has the id "${report}"`,
      'no report of 2022 is here; years with reports: 2017, 2019–2020, 2023',
      'no report of 440106 天河区 is here',
    ]);
  });

  test('is refused where it is not known, and nothing is answered from another', async () => {
    const refused = await ask(store(), '{ fiscalYears { year } }', {}, 'such');
    expect(refused.errors).toEqual([
      { message: 'expected a release that is kept, got such', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect([refused.data, refused.extensions['release']]).toEqual([undefined, undefined]);
  });

  test('ends to be kept with those before it when a newer reader reads one of its reports otherwise', async () => {
    const [report] = await loadSeeds();
    const [, ...others] = report?.lineItems ?? [];
    const anew = { ...report!, readerVersion: report!.readerVersion + 1, lineItems: others };
    await saveReport(store(), anew, REFERENCE);
    const { errors } = await ask(store(), '{ fiscalYears { year } }', {}, release);
    expect(errors).toMatchObject([
      { message: `expected a release that is kept, got ${release}, which is kept no longer` },
    ]);
    const { data } = await ask<{ releases: { nodes: { kept: boolean }[] } }>(
      store(),
      '{ releases { nodes { kept } } }',
    );
    expect(data.releases.nodes.map(({ kept }) => kept)).toEqual([
      true,
      ...data.releases.nodes.slice(1).map(() => false),
    ]);
  });
});

const READ = `{ departments { nodes { name reports { id title revision lineItems(first: 3) { nodes { amount } } } } }
  fiscalYears { year reports { totalCount } } releases { totalCount } }`;

describe.each(STORE_KINDS)('while something is imported into $name', (kind) => {
  const store = useTestStore(kind, (own) => saveReport(own, makeReport(), REFERENCE));
  let edition = 1;
  const revisePublication = () => saveReport(store(), makeReport({ edition: (edition += 1) }), REFERENCE);
  let reader = 1;
  const readAnew = () => {
    const report = makeReport({ edition, readerVersion: (reader += 1) });
    return saveReport(store(), { ...report, title: `${report.title}${reader}` }, REFERENCE);
  };

  test.each([0, 1, 2, 3, 4])('an answer of which %i statements are read by then is of one release', async (after) => {
    const before = await ask(store(), READ);
    const between = await ask(interrupt(store(), after, revisePublication), READ);
    const now = await ask(store(), READ);
    expect(textOf(now)).not.toBe(textOf(before));
    // Nothing was read by the first statement, and on one connection who began before the import can't go on as if it had not come.
    if (kind.name === 'PostgreSQL') expect(textOf(between)).toBe(textOf(after === 0 ? now : before));
    else
      expect([between.data, between.errors]).toEqual([
        null,
        [
          {
            message:
              'expected one release to the end of the answer, got another: something was imported meanwhile; ask again',
            extensions: { code: 'STORE_BUSY' },
          },
        ],
      ]);
  });

  test('a question to an earlier release is answered: what comes and what it supersedes changes nothing of it', async () => {
    const before = await ask(store(), READ);
    const release = String(before.extensions['release']);
    await revisePublication();
    expect(textOf(await ask(interrupt(store(), 3, revisePublication), READ, {}, release))).toBe(textOf(before));
  });

  test('a question to a release of which a report is read anew is answered as it was, or refused', async () => {
    const before = await ask(store(), READ);
    const release = String(before.extensions['release']);
    await revisePublication();
    const between = await ask(interrupt(store(), 3, readAnew), READ, {}, release);
    if (kind.name === 'PostgreSQL') expect(textOf(between)).toBe(textOf(before));
    else expect(between.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await ask(store(), READ, {}, release)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
