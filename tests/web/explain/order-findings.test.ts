import { findAgreement, groupFindings } from '../../../src/web/page/explain/order-findings';

type Finding = Parameters<typeof groupFindings>[0][number];

function makeFinding(id: string, outcome: Finding['outcome'], lineItems: string[], facts: string[] = []): Finding {
  const asJoined = (own: string) => ({ id: own });
  return { id, outcome, lineItems: lineItems.map(asJoined), facts: facts.map(asJoined) } as unknown as Finding;
}

const SUMMARY = makeFinding('summary', 'EXACT', ['expenditure', 'summary']);
const PARTS = makeFinding('parts', 'ROUNDING', ['summary', 'a', 'b']);
const TEXT = makeFinding('text', 'BROKEN', ['summary'], ['sentence']);

describe('findings of a figure', () => {
  it('begin with what does not hold', () => {
    const groups = groupFindings([SUMMARY, PARTS, TEXT]).map(({ outcome, findings }) => [outcome, findings.length]);
    expect(groups).toEqual([
      ['BROKEN', 1],
      ['ROUNDING', 1],
      ['EXACT', 1],
    ]);
  });

  it('say whether another place agrees: the one that joins the two alone', () => {
    expect(findAgreement('expenditure', [PARTS, SUMMARY])).toBe(SUMMARY);
    expect(findAgreement('sentence', [SUMMARY, TEXT])).toBe(TEXT);
    expect(findAgreement('a', [PARTS])).toBeUndefined();
  });
});
