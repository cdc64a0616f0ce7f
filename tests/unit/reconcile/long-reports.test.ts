import { describe, expect, it } from '@jest/globals';
import type { LineItem, Report, ReportedFact } from '../../../src/domain/report.js';
import { reconcile } from '../../../src/reconcile/reconcile.js';
import { makeFinalAccounts } from '../../support/coherent-final-accounts.js';

/** The same objects; `count` is how often that field of them is looked at. */
function watch<T extends object>(items: readonly T[], field: keyof T): { own: T[]; count: () => number } {
  let looks = 0;
  const own = items.map((item) => {
    const value = item[field];
    const get = (): T[keyof T] => {
      looks++;
      return value;
    };
    return Object.defineProperty({ ...item }, field, { get, enumerable: true });
  });
  return { own, count: () => looks };
}

/** 支出表 of that many 项, in each of which 合计 is one 万元 more than 基本 and 项目. */
function makeBroken(rows: number): Report {
  const report = makeFinalAccounts();
  const some = report.lineItems.filter(({ statement, account }) => statement === 'EXPENDITURE' && account.code);
  const [first] = some;
  const row = some.filter((item) => item.row === first?.row);
  const lineItems = Array.from({ length: rows }, (_, at) => at).flatMap((at) =>
    row.map((item): LineItem => {
      const code = String(2_000_100 + at);
      const amount = { ...item.amount, fen: item.column === 1 ? 5_000_000n : item.column < 4 ? 2_000_000n : 0n };
      const account = { ...item.account, code, key: code, level: 'ITEM' as const };
      return { ...item, row: at, amount, account, source: { ...item.source, line: 10 + at } };
    }),
  );
  const issues = Array.from({ length: rows / 10 }, (_, at) => ({
    statement: 'EXPENDITURE' as const,
    message: 'expected a number, got 1O.00',
    source: { ...(row[0] as LineItem).source, line: 10_000_000 + at },
  }));
  return { ...report, lineItems, issues } as Report;
}

describe('a report that is long', () => {
  it('is checked without going through its table again for each identity that does not hold', () => {
    const looksOf = (rows: number): number => {
      const report = makeBroken(rows);
      const { own, count } = watch(report.lineItems, 'source');
      const broken = reconcile({ ...report, lineItems: own }).filter(({ outcome }) => outcome === 'BROKEN');
      expect(broken.length).toBeGreaterThanOrEqual(rows);
      return count();
    };
    expect(looksOf(400)).toBeLessThan(4.5 * looksOf(100));
  });

  it('has its shares tried on the amounts that stand nearest, not on all of them', () => {
    const source = { table: null, section: '二、', line: 1, page: null, text: '' };
    const fact = (at: number): ReportedFact => ({
      ...{ metric: null, account: null, base: at % 2 ? 'WHOLE' : null, stage: 'OUTTURN', year: 2020 },
      ...{ kind: at % 2 ? 'SHARE' : 'AMOUNT', label: `支出${(at - (at % 2)) / 2}` },
      ...{ value: at % 2 ? '33.33' : String(1000 + at), valueUnit: at % 2 ? '%' : '万元' },
      source: { ...source, line: 1 + at },
    });
    const looksOf = (facts: number): number => {
      const { own, count } = watch(
        Array.from({ length: facts }, (_, at) => fact(at)),
        'value',
      );
      const findings = reconcile({ ...makeFinalAccounts(), reportedFacts: own });
      expect(findings.filter(({ rule }) => rule.id === 'NARRATIVE.SHARE')).toHaveLength(facts / 2);
      return count();
    };
    expect(looksOf(1600)).toBeLessThan(6 * looksOf(400));
  });
});
