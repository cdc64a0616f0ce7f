import { describe, expect, it } from '@jest/globals';
import { sayFinding } from '../../../src/web/page/report/sentences';

const rule = { titleZh: '收支总表：Σ 类 ≈ 本年支出合计' };

describe('what came of a check, in Chinese', () => {
  it('is the identity itself where it holds, as its names are Chinese', () => {
    const message = '合计 0.78 = 因公出国（境）费 0.00 + 小计 0.62 + 公务接待费 0.16';
    expect(sayFinding({ outcome: 'EXACT', message, messageZh: '相符', rule }, 'zh')).toBe(message);
    const long = '本年支出合计 0.00 = 22 terms of 0.00';
    expect(sayFinding({ outcome: 'EXACT', message: long, messageZh: '相符', rule }, 'zh')).toBe(
      '本年支出合计 0.00 = 22 项 0.00',
    );
  });

  it('is the Chinese sentence otherwise, without the rule that stands above it', () => {
    const message = 'expected 合计 1303.92 = 1303.91, got 0.01万元 more than the parts';
    const messageZh = `核对规则：${rule.titleZh}。“合计”印为1303.92万元，相差0.01万元`;
    expect(sayFinding({ outcome: 'ROUNDING', message, messageZh, rule }, 'zh')).toBe(
      '“合计”印为1303.92万元，相差0.01万元',
    );
    expect(sayFinding({ outcome: 'ROUNDING', message, messageZh, rule }, 'en')).toBe(message);
  });
});
