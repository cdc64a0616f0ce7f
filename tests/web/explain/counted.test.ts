import { countsIn } from '../../../src/web/page/explain/counted';
import { saysAll } from '../../../src/web/page/explain/digits';

describe('indicators that a metric takes in', () => {
  it('are those of which it is known whether they were met', () => {
    expect(countsIn('INDICATOR_COUNT', { met: false, weight: null, score: null })).toBe(true);
    expect(countsIn('INDICATOR_COUNT', { met: null, weight: '20', score: '19.85' })).toBe(false);
    expect(countsIn('INDICATORS_MET', { met: true, weight: null, score: null })).toBe(true);
    expect(countsIn('INDICATORS_MET', { met: false, weight: null, score: null })).toBe(false);
  });

  it('have a weight or a score where these are added', () => {
    expect(countsIn('INDICATOR_WEIGHT', { met: true, weight: '10', score: null })).toBe(true);
    expect(countsIn('INDICATOR_SCORE', { met: true, weight: '10', score: null })).toBe(false);
  });
});

describe('a figure as it is shown', () => {
  it('says all of it, or is rounded', () => {
    expect(saysAll('36,144.80', '36144.80')).toBe(true);
    expect(saysAll('0.15%', '0.00145714')).toBe(false);
    expect(saysAll('5.99', '5.98953761')).toBe(false);
  });
});
