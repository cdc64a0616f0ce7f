import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDifference, formatFigure, formatPercent, formatTimes } from '../../../src/web/page/format/figure';

describe('figures as people read them', () => {
  it('money has its printed digits, with separators', () => {
    expect(formatFigure('2795.08', 'WAN_YUAN', 'zh')).toBe('2,795.08');
    expect(formatFigure('27950800.00', 'YUAN', 'en')).toBe('27,950,800.00');
    expect(formatFigure('0.279508', 'YI_YUAN', 'zh')).toBe('0.279508');
    expect(formatFigure('0.00', 'WAN_YUAN', 'zh')).toBe('0.00');
  });

  it('not a digit is lost, however many there are', () => {
    const amounts = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(amounts, ([whole, part]) => {
        const exact = `${whole}.${String(part).padStart(2, '0')}`;
        expect(formatFigure(exact, 'WAN_YUAN', 'zh').replaceAll(',', '')).toBe(exact);
      }),
    );
  });

  it('ratios are percentages; a small one keeps two digits', () => {
    expect(formatFigure('0.4744', 'RATIO', 'zh')).toBe('47.44%');
    expect(formatFigure('1', 'RATIO', 'zh')).toBe('100.00%');
    expect(formatPercent('0.00027906', 'zh')).toBe('0.03%');
    expect(formatPercent('0.0000123', 'zh')).toBe('0.0012%');
  });

  it('counts and points have no more digits than they have', () => {
    expect(formatFigure('12', 'COUNT', 'zh')).toBe('12');
    expect(formatFigure('98.5', 'POINTS', 'zh')).toBe('98.5');
  });

  it('of a difference the sign is said, of none there is none', () => {
    expect(formatDifference('-1491.16', 'WAN_YUAN', 'zh')).toBe('-1,491.16');
    expect(formatDifference('12.30', 'WAN_YUAN', 'zh')).toBe('+12.30');
    expect(formatDifference('0.00', 'WAN_YUAN', 'zh')).toBe('0.00');
    expect(formatPercent('0.0545', 'zh', 'exceptZero')).toBe('+5.45%');
  });

  it('times are rounded at three digits', () => {
    expect(formatTimes('5.2215843', 'zh')).toBe('5.222');
    expect(formatTimes('1', 'zh')).toBe('1.00');
  });
});
