import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decodeSeed } from '../../../src/app/seed-records.js';
import type { Finding } from '../../../src/domain/finding.js';
import type { Report, ReportedFact } from '../../../src/domain/report.js';
import { reconcile } from '../../../src/reconcile/reconcile.js';
import { makeReport } from '../../support/make-report.js';

// What the five documents state wrongly, read by hand: line, figures, and what they should be.

const read = (name: string): Report => {
  const file = `seeds/reports/${name}.ndjson`;
  return decodeSeed(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'), file);
};
const about = (findings: readonly Finding[], prefix: RegExp): Finding[] =>
  findings.filter(({ rule }) => prefix.test(rule.id));
const brokenOf = (name: string): unknown[][] =>
  about(reconcile(read(name)), /^(?:NARRATIVE|INDICATOR|TEMPLATE)/)
    .filter(({ outcome }) => outcome === 'BROKEN')
    .map(({ rule, source, expected, actual }) => [rule.id, source.line, expected, actual]);

describe('The text of the five reports against itself and the tables', () => {
  it('从化 2019: 15.0 % on the wrong base, 48.8 % for 1.90 of 3.90; whole percents printed with zeros are rounding', () => {
    expect(brokenOf('440117-2019-final-accounts')).toEqual([
      // 115.03 / (776.00 - 115.03); 1.90 / 3.90
      ['NARRATIVE.CHANGE_RATE', 510, '17.40321', '15.0'],
      ['NARRATIVE.COMPLETION', 595, '48.717949', '48.8'],
    ]);
    const findings = reconcile(read('440117-2019-final-accounts'));
    const [basic] = about(findings, /CHANGE_RATE/).filter(({ source }) => source.line === 510);
    expect(basic?.message).toBe(
      '基本支出: expected 115.03 / 660.97 = 17.40 %, got 15.0 %: 115.03 / 776.00 = 14.82 %, the wrong base',
    );
    expect(basic).toMatchObject({ unit: 'PERCENT', tolerance: '0.05', difference: '2.40321' });
    expect(basic?.facts.map(({ kind, value }) => [kind, value])).toEqual([
      ['CHANGE_RATE', '15.0'],
      ['AMOUNT', '776'],
      ['CHANGE', '115.03'],
    ]);
    const [project] = about(findings, /CHANGE_RATE/).filter(({ source }) => source.line === 512);
    // 230.11 / 758.03 = 30.36 %
    expect(project).toMatchObject({ outcome: 'ROUNDING', actual: '-30.0', tolerance: '0.5' });
  });

  it('越秀 2019: 0.41 of interest where the table prints 0.24, 6.18 % for 6.19 %, 101.45 % for 101.44 %', () => {
    expect(brokenOf('440104-2019-final-accounts')).toEqual([
      ['NARRATIVE.TABLE', 1514, '0.24', '0.41'],
      // 162.94 / 2632.14; 2795.08 / 2755.37
      ['NARRATIVE.CHANGE_RATE', 1096, '6.1904', '6.18'],
      ['NARRATIVE.COMPLETION', 1242, '101.441186', '101.45'],
    ]);
  });

  it('海珠 2017: 65.30 % twice for 3.40 of 5.20, and five places left from the template', () => {
    expect(brokenOf('440105-2017-final-accounts')).toEqual([
      ['NARRATIVE.COMPLETION', 676, '65.384615', '65.30'],
      ['NARRATIVE.COMPLETION', 676, '65.384615', '65.30'],
      ...[666, 666, 670, 680, 680].map((line) => ['TEMPLATE_TEXT', line, '0', '1']),
    ]);
  });

  it('广州 2020: the text gives one item of the non-tax table the amount of the next; 番禺 2023: nothing', () => {
    expect(brokenOf('440100-2020-final-accounts')).toEqual([['NARRATIVE.TABLE', 593, '0.01', '0.08']]);
    expect(brokenOf('440113-2023-budget')).toEqual([]);
  });

  it('广州 2020: 6.99 of 7 points for 99.99 % is within the printed precision', () => {
    const scores = about(reconcile(read('440100-2020-final-accounts')), /SCORE_OF_INDICATOR/);
    const [own] = scores.filter(({ source }) => source.line === 707);
    expect(own).toMatchObject({ outcome: 'ROUNDING', expected: '6.9993', actual: '6.99', unit: 'POINTS' });
  });
});

const fact = (own: Partial<ReportedFact> & Pick<ReportedFact, 'kind' | 'value'>, line = 1): ReportedFact => ({
  ...{
    metric: 'PROCUREMENT',
    account: null,
    label: '政府采购支出总额',
    base: null,
    stage: 'OUTTURN',
    year: 2019,
    valueUnit: '万元',
  },
  ...own,
  source: { table: null, section: '六、政府采购', line, page: null, text: own.label ?? '政府采购支出总额' },
});
const withFacts = (reportedFacts: readonly ReportedFact[]): Finding[] =>
  about(reconcile({ ...makeReport(), reportedFacts }), /^NARRATIVE/).filter(({ facts }) => facts.length > 0);

describe('A rule about the text', () => {
  const amount = (value: string, own: Partial<ReportedFact> = {}): ReportedFact =>
    fact({ kind: 'AMOUNT', value, ...own });
  const rate = (value: string, own: Partial<ReportedFact> = {}): ReportedFact =>
    fact({ kind: 'CHANGE_RATE', value, valueUnit: '%', base: 'PREVIOUS_YEAR', ...own });
  const change = (value: string): ReportedFact => fact({ kind: 'CHANGE', value, base: 'PREVIOUS_YEAR' });
  const outcomes = (facts: readonly ReportedFact[]): string[][] =>
    withFacts(facts).map(({ rule, outcome }) => [rule.id, outcome]);

  it.each([
    ['10.0', 'EXACT'],
    ['10', 'EXACT'],
    ['9.9', 'BROKEN'],
    ['9.0909', 'BROKEN'],
    ['-10.0', 'BROKEN'],
  ])('holds a rate of %s %% against 10.00 of a prior 100.00: %s', (printed, outcome) => {
    expect(outcomes([amount('110.00'), change('10.00'), rate(printed)])).toEqual([['NARRATIVE.CHANGE_RATE', outcome]]);
  });

  it('takes a decrease with its sign, and gives no rate on a base of zero or without a change', () => {
    expect(outcomes([amount('90.00'), change('-10.00'), rate('-10.0')])).toEqual([['NARRATIVE.CHANGE_RATE', 'EXACT']]);
    expect(outcomes([amount('10.00'), change('10.00'), rate('100.0')])).toEqual([
      ['NARRATIVE.CHANGE_RATE', 'NOT_EVALUABLE'],
    ]);
    expect(outcomes([amount('10.00'), rate('100.0')])).toEqual([['NARRATIVE.CHANGE_RATE', 'NOT_EVALUABLE']]);
  });

  it('does not take an amount of another passage for one of its own', () => {
    const far = fact({ kind: 'AMOUNT', value: '110.00' }, 100);
    expect(outcomes([far, change('10.00'), rate('10.0')])).toEqual([['NARRATIVE.CHANGE_RATE', 'NOT_EVALUABLE']]);
  });

  it('holds a completion against the budget that the text names', () => {
    const done = (base: ReportedFact['base'], value: string): ReportedFact =>
      fact({ kind: 'COMPLETION', value, valueUnit: '%', base });
    const budgets = [
      amount('200.00', { stage: 'ORIGINAL_BUDGET' }),
      amount('100.00', { stage: 'REVISED_BUDGET' }),
      amount('50.00'),
    ];
    expect(outcomes([...budgets, done('ORIGINAL_BUDGET', '25.0')])).toEqual([['NARRATIVE.COMPLETION', 'EXACT']]);
    expect(outcomes([...budgets, done('REVISED_BUDGET', '25.0')])).toEqual([['NARRATIVE.COMPLETION', 'BROKEN']]);
  });

  it('adds goods, works and services up to procurement, and says what is stated twice with two values', () => {
    const parts = (services: string): ReportedFact[] => [
      amount('60.00'),
      amount('10.00', { metric: 'PROCUREMENT_GOODS', label: '货物' }),
      amount('20.00', { metric: 'PROCUREMENT_WORKS', label: '工程' }),
      amount(services, { metric: 'PROCUREMENT_SERVICES', label: '服务' }),
    ];
    expect(outcomes(parts('30.00'))).toEqual([['NARRATIVE.PARTS', 'EXACT']]);
    expect(outcomes(parts('31.00'))).toEqual([['NARRATIVE.PARTS', 'BROKEN']]);
    expect(outcomes(parts('30.00').slice(0, 3))).toEqual([]);
    expect(outcomes([amount('60.00'), amount('61.00')])).toEqual([['NARRATIVE.REPEATED', 'BROKEN']]);
    expect(outcomes([amount('60.04'), amount('60.0')])).toEqual([['NARRATIVE.REPEATED', 'ROUNDING']]);
    expect(outcomes([amount('60.00'), amount('61.00', { year: 2018 })])).toEqual([]);
  });

  it('judges a share by the whole that it names, and none of which no whole is known', () => {
    const share = (value: string, own: Partial<ReportedFact> = {}): ReportedFact =>
      fact({
        kind: 'SHARE',
        value,
        valueUnit: '%',
        base: 'WHOLE',
        metric: 'PROCUREMENT_SMALL_FIRMS',
        label: '中小企业',
        ...own,
      });
    const small = amount('15.00', { metric: 'PROCUREMENT_SMALL_FIRMS', label: '中小企业' });
    expect(outcomes([amount('60.00'), small, share('25.0')])).toEqual([['NARRATIVE.SHARE', 'EXACT']]);
    expect(outcomes([amount('60.00'), small, share('52.0')])).toEqual([['NARRATIVE.SHARE', 'BROKEN']]);
    expect(outcomes([small, share('52.0')])).toEqual([['NARRATIVE.SHARE', 'NOT_EVALUABLE']]);
  });
});

it('An amount finer or greater than amounts are leaves the rest of a report to be checked', () => {
  const report = read('440117-2019-final-accounts');
  for (const value of ['115.03123456789', '9'.repeat(30)]) {
    const changed = report.reportedFacts.map((fact) =>
      fact.kind === 'CHANGE' && fact.source.line === 510 ? { ...fact, value } : fact,
    );
    const findings = reconcile({ ...report, reportedFacts: changed });
    const [basic] = about(findings, /CHANGE_RATE/).filter(({ source }) => source.line === 510);
    expect(basic?.outcome).toBe('NOT_EVALUABLE');
    expect(findings.length).toBeGreaterThan(600);
  }
});
