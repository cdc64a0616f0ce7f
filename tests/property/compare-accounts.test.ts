import fc from 'fast-check';
import { alignMeasure } from '../../src/compare/align-measure.js';
import { compare } from '../../src/compare/compare.js';
import type { Answer } from '../../src/compare/compare.js';
import { resolveMeasure } from '../../src/compare/measure.js';
import type { Question } from '../../src/compare/question.js';
import { parseExact, roundRatio } from '../../src/domain/exact.js';
import { districtIn, evidenceOfFew } from '../unit/compare/few-figures.js';
import type { Stated } from '../unit/compare/few-figures.js';
import { PLAIN, against } from '../support/questions.js';
import { REFERENCE } from '../support/reference.js';

const DISTRICTS = ['440104', '440117'];
const YEARS = [2016, 2018, 2019, 2020, 2023];
const FUNCTIONAL = REFERENCE.accounts.filter(({ classification }) => classification === 'FUNCTIONAL');

/** An account that is on the list of that year. */
const listed = fc.tuple(fc.constantFrom(...YEARS), fc.nat()).map(([year, place]) => {
  const valid = FUNCTIONAL.filter(({ edition, lastYear }) => edition <= year && year <= (lastYear ?? year));
  return { year, code: valid[place % valid.length]?.code as `${number}` };
});
const amount = fc.integer({ min: -10_000, max: 100_000_000 }).map((hundredths) => hundredths / 100);
const account = (code: string, edition?: number) =>
  resolveMeasure({ account: { classification: 'FUNCTIONAL', code, ...(edition && { edition }) } });

function ask(stated: readonly Stated[], rest: Pick<Question, 'measures' | 'years'> & Partial<Question>): Answer {
  const evidence = evidenceOfFew(stated);
  return compare({ ...PLAIN, entities: DISTRICTS.map((code) => districtIn(evidence, code)), ...rest }, evidence);
}

test('aligning to the same edition is the identity', () => {
  fc.assert(
    fc.property(listed, amount, fc.option(amount), ({ year, code }, here, there) => {
      const stated: Stated[] = [
        { of: code, year, amount: here, district: DISTRICTS[0] as string },
        ...(there === null ? [] : [{ of: code, year, amount: there, district: DISTRICTS[1] as string }]),
      ];
      const plain = ask(stated, { measures: [account(code)], years: [year] });
      const aligned = alignMeasure(account(code), year, { asked: [year], read: [year] }, REFERENCE);
      expect(aligned.readings.get(year)?.accounts.map((own) => own.code)).toEqual([code]);
      const restated = ask(stated, { measures: [aligned], years: [year] });
      expect([restated.verdict, restated.warnings]).toEqual([plain.verdict, plain.warnings]);
      expect(restated.cells.map(({ value, missing }) => value ?? missing)).toEqual(
        plain.cells.map(({ value, missing }) => value ?? missing),
      );
      const held = ask(stated, { measures: [aligned], years: [year], baseline: against({ measures: [aligned] }) });
      expect(held.cells.map(({ baseline, baselineMissing }) => baseline ?? baselineMissing)).toEqual(
        held.cells.map(({ value, missing }) => value ?? missing),
      );
      expect(held.cells.filter(({ value }) => value).map(({ difference }) => difference)).toEqual(
        held.cells.filter(({ value }) => value).map(() => '0.00'),
      );
      expect(held.verdict).toBe(plain.verdict);
    }),
  );
});

/** A 款 with its 项, what it has beyond them, and what is spent under other 款. */
const level = fc.record({
  items: fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 6 }),
  residual: fc.integer({ min: 0, max: 1_000_000 }),
  elsewhere: fc.integer({ min: 1, max: 10_000_000 }),
});

test('shares of the accounts of a level add up to one with the residual, within the rounding of each', () => {
  fc.assert(
    fc.property(level, ({ items, residual, elsewhere }) => {
      const group = items.reduce((sum, own) => sum + own, residual);
      const total = group + elsewhere;
      const codes = items.map((_, at) => `201030${at + 1}` as `${number}`);
      const stated: Stated[] = [
        { amount: total / 100 },
        { of: '20103', amount: group / 100 },
        ...codes.map((of, at) => ({ of, amount: (items[at] as number) / 100 })),
      ];
      const evidence = evidenceOfFew(stated);
      const entities = [districtIn(evidence, '440104')];
      for (const [normalise, whole, beyond] of [
        ['SHARE_OF_PARENT', group, residual],
        ['SHARE_OF_TOTAL', total, residual + elsewhere],
      ] as const) {
        const { cells } = compare(
          { ...PLAIN, measures: codes.map((code) => account(code)), entities, years: [2019], normalise },
          evidence,
        );
        if (whole === 0) {
          expect(cells.map(({ missing }) => missing)).toEqual(codes.map(() => 'ZERO_BASE'));
          continue;
        }
        const rest = roundRatio({ num: BigInt(beyond), den: BigInt(whole) });
        const shares = [...cells.map(({ value }) => value), rest].map((text) => toUnits(text as string));
        const off = shares.reduce((sum, own) => sum + own, -100_000_000n);
        // half a unit of the eighth decimal each
        expect(2n * (off < 0n ? -off : off) <= BigInt(shares.length)).toBe(true);
      }
    }),
  );
});

/** In units of the eighth decimal. */
function toUnits(text: string): bigint {
  const { num, den } = parseExact(text) as { num: bigint; den: bigint };
  return (num * 100_000_000n) / den;
}

test('a cell is the same whatever else is asked for', () => {
  const stated = fc.record({
    district: fc.constantFrom(...DISTRICTS),
    department: fc.constantFrom('a', 'b'),
    year: fc.constantFrom(2018, 2019),
    stage: fc.constantFrom('OUTTURN' as const, 'ORIGINAL_BUDGET' as const),
    amount,
  });
  const world = fc.uniqueArray(stated, {
    maxLength: 12,
    selector: ({ district, department, year, stage }) => [district, department, year, stage].join(' '),
  });
  const baseline = fc.constantFrom(null, against({ previousYear: true }), against({ stages: ['ORIGINAL_BUDGET'] }));
  fc.assert(
    fc.property(world, baseline, (reports, base) => {
      const measures = [resolveMeasure({ key: 'EXPENDITURE' })];
      const all = ask(reports, { measures, years: [2018, 2019], baseline: base });
      const evidence = evidenceOfFew(reports);
      for (const cell of all.cells) {
        const entities = [districtIn(evidence, cell.districtCode)];
        const [alone] = ask(reports, { measures, entities, years: [cell.year], baseline: base }).cells;
        const figures = ({ stage, value, missing, baseline: held, baselineStage, difference }: typeof cell) => {
          return { stage, value, missing, held, baselineStage, difference };
        };
        expect(figures(alone as typeof cell)).toEqual(figures(cell));
      }
    }),
  );
});
