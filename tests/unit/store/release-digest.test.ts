import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestReports, EMPTY_DIGEST, formatDigest, replaceInDigest } from '../../../src/store/release-digest.js';
import type { ReleasedReport } from '../../../src/store/release-digest.js';

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
});
