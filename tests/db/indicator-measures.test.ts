import { describe, expect, it } from '@jest/globals';
import { completeStore } from '../../src/app/complete-store.js';
import type { Report } from '../../src/domain/report.js';
import { countIndicators, findIndicators } from '../../src/store/indicators.js';
import { saveReport } from '../../src/store/save-report.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import { collect } from '../support/collect.js';
import { makeReports } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

/** Of each report's three indicators one was met, one was not, and of one it is not known. */
function withOutcomes(report: Report): Report {
  const evaluations = report.evaluations.map((evaluation) => {
    const [one] = evaluation.indicators;
    const of = (actual: string, line: number) => ({ ...one!, actual, source: { ...one!.source, line } });
    return { ...evaluation, indicators: [of('95%', 903), of('94.9%', 904), of('有效提升', 905)] };
  });
  return { ...report, evaluations };
}

describe.each(STORE_KINDS)('Whether indicators were met, in $name', (kind) => {
  const store = useTestStore(kind, async (own) => {
    for (const report of makeReports(5).map(withOutcomes)) await saveReport(own, report, REFERENCE);
  });
  const list = (met: boolean | null, size = 3) =>
    collect((page) => findIndicators(store(), { met, name: { eq: '办结率' } }, page), size);

  it('is what a filter finds, page by page, and counts', async () => {
    expect(new Set((await list(true)).map(({ actual, met }) => [actual, met].join()))).toEqual(new Set(['95%,true']));
    expect(new Set((await list(false)).map(({ actual, met }) => [actual, met].join()))).toEqual(
      new Set(['94.9%,false']),
    );
    for (const met of [true, false]) {
      expect(await countIndicators(store(), { met })).toBe(10);
      expect((await list(met)).map(({ id }) => id)).toEqual((await list(met, 500)).map(({ id }) => id));
      expect(await list(met)).toHaveLength(10);
    }
    expect(await list(null)).toHaveLength(30);
  });

  it('of a store of before is known as soon as it is completed', async () => {
    const before = await list(null);
    await store().client.$executeRawUnsafe('UPDATE "PerformanceIndicator" SET "met" = NULL, "measuresVersion" = NULL');
    expect(await countIndicators(store(), { met: true })).toBe(0);
    await completeStore(store(), REFERENCE);
    expect(await list(null)).toEqual(before);
    expect((await withStatementCount(store(), () => completeStore(store(), REFERENCE))).statements).toBe(3);
  });

  it('is judged again under rules that have changed', async () => {
    await store().client.$executeRawUnsafe('UPDATE "PerformanceIndicator" SET "met" = true, "measuresVersion" = 0');
    await completeStore(store(), REFERENCE);
    expect(await countIndicators(store(), { met: true })).toBe(10);
  });
});
