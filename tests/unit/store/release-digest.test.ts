import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addToDigest,
  digestReports,
  EMPTY_DIGEST,
  formatDigest,
  replaceInDigest,
} from '../../../src/store/release-digest.js';
import type { ReleasedReport, ReleasedStatistic } from '../../../src/store/release-digest.js';

const report = fc.record<ReleasedReport>({
  id: fc.string(),
  contentDigest: fc.string(),
  revision: fc.integer({ min: 1, max: 9 }),
  status: fc.constantFrom('CURRENT', 'SUPERSEDED'),
  supersedesId: fc.option(fc.string()),
  lineItemCount: fc.nat(),
});

describe('The digest of a release', () => {
  it('is the same in whatever order and steps the reports came and went', () => {
    fc.assert(
      fc.property(fc.array(report), fc.array(report), (stay, go) => {
        const grown = replaceInDigest(replaceInDigest(EMPTY_DIGEST, [], go), [], [...stay].reverse());
        expect(replaceInDigest(grown, go, [])).toBe(formatDigest(digestReports(stay)));
      }),
    );
  });

  it('changes with content, revision, status and what is superseded', () => {
    const own = { id: 'a', contentDigest: 'b', revision: 1, status: 'CURRENT', supersedesId: null, lineItemCount: 1 };
    const others = [
      { contentDigest: 'c' },
      { revision: 2 },
      { status: 'SUPERSEDED' },
      { supersedesId: 'd' },
      { id: 'e' },
    ];
    const digests = [{}, ...others].map((change) => digestReports([{ ...own, ...change }]));
    expect(new Set(digests).size).toBe(6);
  });

  it('is the same whether reports or statistics came first, and changes with key, value and source of a statistic', () => {
    const statistic = fc.record<ReleasedStatistic>({ id: fc.string(), value: fc.string(), source: fc.string() });
    fc.assert(
      fc.property(fc.array(report), fc.array(statistic), fc.array(statistic), (reports, some, more) => {
        const reportsFirst = addToDigest(addToDigest(formatDigest(digestReports(reports)), some), more);
        expect(replaceInDigest(addToDigest(EMPTY_DIGEST, [...more, ...some]), [], reports)).toBe(reportsFirst);
      }),
    );
    const own = { id: 'a', value: '1', source: 'b' };
    const digests = [{}, { id: 'c' }, { value: '2' }, { source: 'd' }].map((change) =>
      addToDigest(EMPTY_DIGEST, [{ ...own, ...change }]),
    );
    expect(new Set([...digests, EMPTY_DIGEST]).size).toBe(5);
  });
});
