import { describe, expect, it } from '@jest/globals';
import { nameMetricsIn } from '../../../src/web/page/compare/name-metrics';

const NAMES: Readonly<Record<string, string>> = {
  EXPENDITURE: 'Expenditure',
  BASIC_EXPENDITURE: 'Basic expenditure',
  'HOSPITALITY*GUEST_COUNT': '公务接待费 ÷ 国内公务接待人次',
};
const named = (message: string, messageZh = '') =>
  nameMetricsIn([{ message, messageZh }], Object.keys(NAMES), (measure) => NAMES[measure] ?? '?')[0];

describe('sentences about measures', () => {
  it('call each by its name, a longer spelling before one that it holds', () => {
    expect(named('BASIC_EXPENDITURE, EXPENDITURE: 越秀区 2019')?.message).toBe(
      'Basic expenditure, Expenditure: 越秀区 2019',
    );
  });

  it('name quotients in Chinese too', () => {
    expect(named('', 'HOSPITALITY*GUEST_COUNT：从化区2019年：分母“国内公务接待人次”为零')?.messageZh).toBe(
      '公务接待费 ÷ 国内公务接待人次：从化区2019年：分母“国内公务接待人次”为零',
    );
  });

  it('leave other metrics and rules as they are', () => {
    const text = 'PROJECT_EXPENDITURE: rule EXPENDITURE.SUMMARY_EXPENDITURE';
    expect(named(text)?.message).toBe(text);
  });
});
