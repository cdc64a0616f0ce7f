import { describe, expect, it } from '@jest/globals';
import { compare } from '../../../src/compare/compare.js';
import type { Evidence } from '../../../src/compare/evidence.js';
import { resolveMeasure } from '../../../src/compare/measure.js';
import type { Question } from '../../../src/compare/question.js';
import { PLAIN, against } from '../../support/questions.js';
import { districtIn, evidenceOfFew } from './few-figures.js';
import type { Stated } from './few-figures.js';

const [YUEXIU, HAIZHU, CONGHUA] = ['440104', '440105', '440117'] as const;

/** Expenditure of 2019 of the districts that state something, in 万元. */
function ask(
  stated: readonly Stated[],
  rest: Partial<Question> = {},
  change: (evidence: Evidence) => Evidence = (own) => own,
) {
  const evidence = change(evidenceOfFew(stated));
  const codes = [...new Set(stated.map(({ district = YUEXIU }) => district))];
  const entities = codes.map((code) => districtIn(evidence, code));
  return compare(
    { ...PLAIN, measures: [resolveMeasure({ key: 'EXPENDITURE' })], entities, years: [2019], ...rest },
    evidence,
  );
}
const codesOf = ({ warnings }: ReturnType<typeof ask>) => warnings.map(({ code }) => code);

describe('An outturn against a budget', () => {
  const stated: Stated[] = [
    { amount: 120 },
    { amount: 100, stage: 'ORIGINAL_BUDGET' },
    { amount: 80, stage: 'ORIGINAL_BUDGET', year: 2018 },
    { amount: 50, stage: 'ORIGINAL_BUDGET', district: HAIZHU },
  ];
  const hold = (replaced: Parameters<typeof against>[0]) =>
    ask(stated, {
      entities: [districtIn(evidenceOfFew(stated), YUEXIU)],
      baseline: against({ stages: ['ORIGINAL_BUDGET'], ...replaced }),
    });

  it('is no mismatch of stages where the stage alone is replaced', () => {
    const answer = hold({});
    expect(answer.cells[0]).toMatchObject({ value: '120.00', baseline: '100.00', ratio: '1.2' });
    expect([answer.verdict, codesOf(answer)]).toEqual(['COMPARABLE', []]);
  });

  it('is one where year, body or average is replaced too', () => {
    const haizhu = districtIn(evidenceOfFew(stated), HAIZHU);
    for (const replaced of [{ previousYear: true }, { year: 2018 }, { entity: haizhu }]) {
      const answer = hold(replaced);
      expect(answer.cells[0]?.baseline).not.toBeNull();
      expect([answer.verdict, codesOf(answer)]).toEqual(['NOT_COMPARABLE', ['STAGE_MISMATCH']]);
    }
    const mean = ask(stated, {
      stages: ['OUTTURN'],
      baseline: against({ stages: ['ORIGINAL_BUDGET'], average: 'MEAN' }),
    });
    expect(mean.cells[0]).toMatchObject({ value: '120.00', baseline: '75.00' });
    expect(codesOf(mean)).toEqual(['STAGE_MISMATCH']);
  });

  it('within an average of two stages is said to be on different ones', () => {
    const mixed: Stated[] = [
      { amount: 120 },
      { amount: 100, stage: 'ORIGINAL_BUDGET' },
      { amount: 60, district: HAIZHU },
    ];
    const baseline = against({ average: 'MEAN', stages: ['ORIGINAL_BUDGET', 'OUTTURN'] });
    const answer = ask(mixed, { stages: ['OUTTURN'], baseline });
    expect(answer.cells.map((cell) => cell.baseline)).toEqual(['80.00', '80.00']);
    expect(answer.warnings).toContainEqual({
      code: 'BUDGET_BASIS_DIFFERS',
      verdict: 'WITH_WARNINGS',
      message:
        'EXPENDITURE: 越秀区 2019: the original budget (年初预算数); 海珠区 2019: the outturn (决算数) — rates on different budgets',
    });
  });
});

describe('An average', () => {
  it('is of the stage of the cell, never of another', () => {
    const { cells } = ask(
      [
        { amount: 100 },
        { amount: 80, stage: 'ORIGINAL_BUDGET' },
        { amount: 60, stage: 'ORIGINAL_BUDGET', district: HAIZHU },
      ],
      { baseline: against({ average: 'MEAN' }) },
    );
    expect(cells.map(({ stage, baseline }) => [stage, baseline])).toEqual([
      ['OUTTURN', '100.00'],
      ['ORIGINAL_BUDGET', '70.00'],
    ]);
  });

  it('of the cells themselves repeats nothing that they say', () => {
    const broken = [{ kind: 'TREE', rule: 'EXPENDITURE.TREE', isWhole: true, difference: '-1.00' }] as const;
    const spoil = (own: Evidence): Evidence => ({
      ...own,
      figures: own.figures.map((figure) => (figure.districtCode === YUEXIU ? { ...figure, broken } : figure)),
    });
    const stated: Stated[] = [{ amount: 100 }, { amount: 60, district: HAIZHU }];
    const { cells } = ask(stated, { baseline: against({ average: 'MEDIAN' }) }, spoil);
    expect(cells.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([['UNDISCLOSED_RESIDUAL'], []]);
  });

  it('of many values has three of their warnings and how many more', () => {
    const districts = ['440103', YUEXIU, HAIZHU, '440106', '440111', '440112', CONGHUA];
    const broken = [{ kind: 'TREE', rule: 'EXPENDITURE.TREE', isWhole: true, difference: '-1.00' }] as const;
    const stated = districts.flatMap((district) => [
      { district, amount: 2 },
      { district, amount: 1, year: 2018 },
    ]);
    const spoil = (own: Evidence): Evidence => ({
      ...own,
      figures: own.figures.map((figure) => (figure.year === 2018 ? { ...figure, broken } : figure)),
    });
    const { cells } = ask(stated, { baseline: against({ average: 'MEAN', previousYear: true }) }, spoil);
    for (const { warnings } of cells) {
      expect(warnings.map(({ code }) => code)).toEqual(Array(4).fill('UNDISCLOSED_RESIDUAL'));
      expect(warnings.map(({ message }) => message)).toContain(
        'the mean of 7 2018: 4 more of its values have such a warning',
      );
    }
  });
});

describe('A sum over other departments than its baseline', () => {
  const stated: Stated[] = [
    { amount: 100 },
    { amount: 500, department: 'b' },
    { amount: 90, year: 2018 },
    { amount: 70, year: 2018, department: 'c', district: CONGHUA },
    { amount: 80, department: 'd', district: CONGHUA },
  ];

  it('is said to be so, also where both are of as many', () => {
    const answer = ask(stated, { baseline: against({ previousYear: true }) });
    expect(answer.cells.map(({ changeRate }) => changeRate)).toEqual(['5.66666667', '0.14285714']);
    const said = answer.warnings.map(({ message }) => message).filter((message) => message.includes('not the same'));
    expect(said).toEqual([
      'EXPENDITURE: 从化区 2018: 1 department; 从化区 2019: 1 department — not the same departments',
      'EXPENDITURE: 越秀区 2018: 1 department; 越秀区 2019: 2 departments — not the same departments',
    ]);
    expect(answer.verdict).toBe('WITH_WARNINGS');
  });
});
