import fc from 'fast-check';
import { compare } from '../../src/compare/compare.js';
import { firstBeyond, placeOf, showStretch, sortCells, stretchOf } from '../../src/compare/rank-cells.js';
import type { Ranking } from '../../src/compare/rank-cells.js';
import type { Answer, ComparedCell } from '../../src/compare/compare.js';
import type { Entity, Evidence } from '../../src/compare/evidence.js';
import { resolveMeasure } from '../../src/compare/measure.js';
import type { Question } from '../../src/compare/question.js';
import { ACCOUNT_KEYS } from '../../src/domain/account-keys.js';
import type { MetricKey, Part, ReportKind } from '../../src/domain/closed-lists.js';
import type { Figure } from '../../src/domain/figure.js';
import { formatFen, parseMoney } from '../../src/domain/money.js';
import type { Statistic } from '../../src/domain/statistics.js';
import { plainCell } from '../support/plain-cell.js';
import { PLAIN, against } from '../support/questions.js';
import { REFERENCE } from '../support/reference.js';

/** What one made-up report states: basic and project expenditure in fen (null: not printed); the total is their sum. */
interface Stated {
  readonly district: string;
  readonly department: number;
  readonly year: number;
  readonly kind: ReportKind;
  readonly basic: bigint | null;
  readonly project: bigint | null;
}

const DISTRICTS = ['440104', '440105', '440117'];
const YEARS = [2018, 2019];
const METRICS: readonly MetricKey[] = ['EXPENDITURE', 'BASIC_EXPENDITURE', 'PROJECT_EXPENDITURE'];

/** Every normalisation, with the year that it needs. */
const normaliser = fc.constantFrom<Pick<Question, 'normalise' | 'baseYear'>>(
  ...(['NONE', 'SHARE_OF_TOTAL', 'SHARE_OF_PARENT', 'PER_CAPITA'] as const).map((normalise) => ({
    ...{ normalise, baseYear: null },
  })),
  ...(['REAL_TERMS', 'INDEX'] as const).map((normalise) => ({ normalise, baseYear: 2018 })),
);
const fen = fc.bigInt({ min: -1_000_000n, max: 10n ** 15n });
const stated: fc.Arbitrary<Stated> = fc.record({
  district: fc.constantFrom(...DISTRICTS),
  department: fc.integer({ min: 0, max: 2 }),
  year: fc.constantFrom(...YEARS),
  kind: fc.constantFrom<ReportKind>('FINAL_ACCOUNTS', 'BUDGET'),
  basic: fc.option(fen),
  project: fc.option(fen),
});
const world = fc.uniqueArray(stated, {
  maxLength: 16,
  selector: ({ district, department, year, kind }) => [district, department, year, kind].join(' '),
});

const shuffledWorlds = world.chain((reports) =>
  fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })),
);

function evidenceOf(reports: readonly Stated[]): Evidence {
  return {
    figures: reports.flatMap(figuresOf),
    reports: reports.map((own) => ({
      ...{ departmentId: idOf(own), districtCode: own.district, year: own.year, kind: own.kind },
      ...{ statements: ['REVENUE_EXPENDITURE_SUMMARY', 'EXPENDITURE'], statementsInPart: [], statementsWithIssues: [] },
    })),
    departments: new Map(
      reports.map((own) => {
        const id = idOf(own);
        return [
          id,
          { id, districtCode: own.district, name: `${id}局`, body: `第${own.department}局`, formerNames: [] },
        ];
      }),
    ),
    reference: REFERENCE,
    unlisted: new Set(),
    statistics: STATISTICS,
  };
}

/** Populations of two districts, and deflators of both years. */
const STATISTICS: readonly Statistic[] = [
  ...[DISTRICTS[0], DISTRICTS[1]].flatMap((districtCode = '') =>
    YEARS.map((year, at) => ({ kind: 'POPULATION' as const, districtCode, year, value: `${50 + at}.25` })),
  ),
  ...YEARS.map((year, at) => ({ kind: 'DEFLATOR' as const, districtCode: null, year, value: `${109 + at}.81` })),
].map((own) => ({ ...own, vintage: '2020', source: 'made up' }));

const idOf = ({ district, department }: Stated): string => `${district}-${department}`;

function figuresOf(own: Stated): Figure[] {
  const { basic, project, year, kind } = own;
  const make = (accountKey: string, part: Part, amount: bigint | null, side: 'EXPENDITURE' | null): Figure[] => {
    if (amount === null) return [];
    const statement = side ? 'REVENUE_EXPENDITURE_SUMMARY' : 'EXPENDITURE';
    const lineItemId = `${idOf(own)}.${year}${kind}.${statement}${part}`;
    return [
      {
        ...{ lineItemId, departmentId: idOf(own), districtCode: own.district, reportId: `${idOf(own)}${year}${kind}` },
        ...{
          year,
          kind,
          statement,
          side,
          part,
          flow: 'EXPENDITURE',
          fund: 'ALL',
          fen: amount,
          label: '合计',
          broken: [],
        },
        ...{ stage: kind === 'BUDGET' ? 'ORIGINAL_BUDGET' : 'OUTTURN', accountId: accountKey, accountKey },
        ...{ accountCode: null, classification: 'BALANCE', edition: 2007 },
      } as Figure,
    ];
  };
  const total = basic === null || project === null ? null : basic + project;
  return [
    ...make(ACCOUNT_KEYS.expenditure, 'TOTAL', total, 'EXPENDITURE'),
    ...make(ACCOUNT_KEYS.expenditureTotal, 'BASIC', basic, null),
    ...make(ACCOUNT_KEYS.expenditureTotal, 'PROJECT', project, null),
  ];
}

function districtOf(code: string, { reports }: Evidence): Entity {
  const ids = reports.filter(({ districtCode }) => districtCode === code).map(({ departmentId }) => departmentId);
  return {
    kind: 'DISTRICT',
    districtCode: code,
    departmentId: null,
    name: code,
    departmentIds: [...new Set(ids)].sort(),
  };
}

function ask(evidence: Evidence, rest: Partial<Question> = {}): Answer {
  const measures = METRICS.map((key) => resolveMeasure({ key }));
  const entities = DISTRICTS.map((code) => districtOf(code, evidence));
  return compare({ measures, entities, years: YEARS, ...PLAIN, ...rest }, evidence);
}

/** All that an answer shows: without the evidence behind its cells. */
function show({ cells, ...answer }: Answer) {
  return { ...answer, cells: cells.map(plainCell) };
}

const keyOf = ({ metric, districtCode, year }: Pick<ComparedCell, 'metric' | 'districtCode' | 'year'>): string =>
  [metric, districtCode, year].join(' ');
const sorted = (answer: Answer) => show(answer).cells.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

test('the order of what was read never matters', () => {
  fc.assert(
    fc.property(shuffledWorlds, normaliser, ([reports, shuffled], asked) => {
      expect(show(ask(evidenceOf(shuffled), asked))).toEqual(show(ask(evidenceOf(reports), asked)));
    }),
  );
});

test('the order of what is asked never matters but to the order of the cells', () => {
  fc.assert(
    fc.property(
      world,
      fc.shuffledSubarray(DISTRICTS, { minLength: 3 }),
      fc.shuffledSubarray(YEARS, { minLength: 2 }),
      (reports, codes, years) => {
        const evidence = evidenceOf(reports);
        const [plain, turned] = [
          ask(evidence),
          ask(evidence, { entities: codes.map((code) => districtOf(code, evidence)), years }),
        ];
        expect(sorted(turned)).toEqual(sorted(plain));
        expect([turned.verdict, turned.warnings]).toEqual([plain.verdict, plain.warnings]);
        expect(turned.cells.map(keyOf)).toEqual(
          METRICS.flatMap((metric) => codes.flatMap((code) => years.map((year) => [metric, code, year].join(' ')))),
        );
      },
    ),
  );
});

test('a difference is antisymmetric, a rate on the other is its inverse', () => {
  fc.assert(
    fc.property(world, normaliser, (reports, asked) => {
      const evidence = evidenceOf(reports);
      const [a, b] = ['440104', '440105'].map((code) => districtOf(code, evidence)) as [Entity, Entity];
      const stages = ['OUTTURN'] as const;
      const hold = (entity: Entity, base: Entity) =>
        ask(evidence, {
          entities: [entity],
          stages,
          ...asked,
          baseline: against({ entity: base }),
        }).cells;
      const [ab, ba] = [hold(a, b), hold(b, a)];
      const negate = (text: string | null | undefined) =>
        text?.replace(/^-?/, (sign) => (sign || /^[0.]*$/.test(text) ? '' : '-')) ?? null;
      expect(ab.map(({ difference }) => difference)).toEqual(ba.map(({ difference }) => negate(difference)));
      expect(ab.map(({ value }) => value)).toEqual(ba.map(({ baseline }) => baseline));
    }),
  );
});

test('the unit changes nothing but the writing of amounts', () => {
  fc.assert(
    fc.property(world, fc.constantFrom('YUAN' as const, 'YI_YUAN' as const), (reports, unit) => {
      const evidence = evidenceOf(reports);
      const baseline = against({ entity: districtOf('440104', evidence) });
      const [plain, other] = [ask(evidence, { baseline }), ask(evidence, { baseline, unit })];
      const inFen = (text: string | null, own: 'YUAN' | 'WAN_YUAN' | 'YI_YUAN') =>
        text && formatFen(parseMoney(text, own).fen, 'YUAN');
      const level = (answer: Answer, own: 'YUAN' | 'WAN_YUAN' | 'YI_YUAN') =>
        show(answer).cells.map(({ value, baseline: base, difference, unit: _, ...cell }) => ({
          ...cell,
          amounts: [value, base, difference].map((text) => inFen(text, own)),
        }));
      expect(level(other, unit)).toEqual(level(plain, 'WAN_YUAN'));
      expect([other.verdict, other.warnings]).toEqual([plain.verdict, plain.warnings]);
    }),
  );
});

test('a cell has a value or a reason, never both', () => {
  fc.assert(
    fc.property(world, normaliser, (reports, asked) => {
      for (const { value, missing, status, rank } of ask(evidenceOf(reports), asked).cells) {
        expect(value === null).toBe(missing !== null);
        expect(status === 'MISSING').toBe(value === null);
        expect(rank === null).toBe(value === null);
      }
    }),
  );
});

test('what is withdrawn is missing, and nobody else changes', () => {
  fc.assert(
    fc.property(world, fc.constantFrom(...DISTRICTS), (reports, code) => {
      const before = ask(evidenceOf(reports)).cells;
      const evidence = evidenceOf(reports);
      const after = ask({
        ...evidence,
        figures: evidence.figures.filter(({ districtCode }) => districtCode !== code),
      }).cells;
      after.forEach(({ districtCode, value, missing }, place) => {
        if (districtCode === code) expect([value, missing === null]).toEqual([null, false]);
        else expect([value, missing]).toEqual([before[place]?.value, before[place]?.missing]);
      });
    }),
  );
});

test('a sum over departments is the sum over any partition of them', () => {
  fc.assert(
    fc.property(world, fc.nat({ max: 3 }), (reports, cut) => {
      const evidence = evidenceOf(reports);
      const whole = districtOf('440104', evidence);
      const parts = [whole.departmentIds.slice(0, cut), whole.departmentIds.slice(cut)];
      const total = (departmentIds: readonly string[]) =>
        ask(evidence, { entities: [{ ...whole, departmentIds }], stages: ['OUTTURN'] }).cells.map(
          ({ value }) => value && parseMoney(value, 'WAN_YUAN').fen,
        );
      const [left = [], right = []] = parts.map(total);
      const added = left.map((one, place) =>
        one == null && right[place] == null ? null : BigInt(one ?? 0n) + BigInt(right[place] ?? 0n),
      );
      expect(total(whole.departmentIds)).toEqual(added);
    }),
  );
});

test('shares of the parts add up to one, within the rounding of each', () => {
  fc.assert(
    fc.property(world, (reports) => {
      const { cells } = show(ask(evidenceOf(reports), { normalise: 'SHARE_OF_TOTAL' }));
      const toUnits = (text: string) =>
        BigInt(text.replace(/^(-?\d+)(?:\.(\d+))?$/, (_, int: string, fraction = '') => int + fraction.padEnd(8, '0')));
      const basic = cells.filter(({ metric }) => metric === 'BASIC_EXPENDITURE');
      for (const cell of basic) {
        const project = cells.find((own) => keyOf(own) === keyOf({ ...cell, metric: 'PROJECT_EXPENDITURE' }));
        if (cell.value === null || project?.value == null) continue;
        const off = toUnits(cell.value) + toUnits(project.value) - 100_000_000n;
        expect(off >= -1n && off <= 1n).toBe(true);
      }
    }),
  );
});

test('an index is 100 in its base year, wherever that has a value above or below zero', () => {
  fc.assert(
    fc.property(world, (reports) => {
      const { cells } = ask(evidenceOf(reports), { normalise: 'INDEX', baseYear: 2018 });
      const base = cells.filter(({ year }) => year === 2018);
      for (const { value, missing } of base) expect(value ?? missing).toMatch(value === null ? /^[A-Z_]+$/ : /^100$/);
      const amounts = ask(evidenceOf(reports)).cells.filter(({ year }) => year === 2018);
      expect(base.map(({ value }) => value !== null)).toEqual(
        amounts.map(({ value }) => value !== null && !/^-?0[.]0+$/.test(value)),
      );
    }),
  );
});

test('shares of the mean add up to the number of them', () => {
  fc.assert(
    fc.property(world, (reports) => {
      const { cells } = ask(evidenceOf(reports), { stages: ['OUTTURN'], baseline: against({ average: 'MEAN' }) });
      for (const own of METRICS.flatMap((metric) =>
        YEARS.map((year) => cells.filter((cell) => cell.metric === metric && cell.year === year)),
      )) {
        const ratios = own.flatMap(({ ratio }) => ratio ?? []);
        const sum = ratios.reduce((total, ratio) => total + Number(ratio), 0);
        if (ratios.length > 0)
          expect(Math.abs(sum - ratios.length)).toBeLessThan(
            1e-6 * Math.max(...ratios.map((ratio) => Math.abs(Number(ratio))), 1),
          );
      }
    }),
  );
});

test('a ranking has every cell with the figure once, in order, and its pages are the ranking', () => {
  const by = fc.constantFrom('VALUE' as const, 'DIFFERENCE' as const, 'RATIO' as const);
  fc.assert(
    fc.property(world, by, fc.boolean(), fc.integer({ min: 1, max: 4 }), (reports, own, descending, size) => {
      const ranking = { by: own, descending, atLeast: null };
      const { cells } = ask(evidenceOf(reports), {
        measures: [resolveMeasure({ key: 'EXPENDITURE' })],
        baseline: against({ previousYear: true }),
      });
      const sorted = sortCells(cells, ranking);
      const whole = stretchOf(sorted, ranking);
      const ranked = showStretch(sorted, whole, whole);
      const figures = ranked.map((cell) => Number(placeOf(cell, own)?.figure));
      expect(figures).toEqual([...figures].sort((a, b) => (descending ? b - a : a - b)));
      expect(new Set(ranked.map(keyOf)).size).toBe(cells.filter((cell) => placeOf(cell, own)).length);
      const paged = [];
      for (let page = ranked.slice(0, size); page.length > 0;) {
        paged.push(...page);
        const last = placeOf(page.at(-1) as ComparedCell, own);
        const from = last ? firstBeyond(sorted, last, ranking) : ranked.length;
        page = showStretch(sorted, { from, to: from + size }, whole);
      }
      expect(paged.map(keyOf)).toEqual(ranked.map(keyOf));
    }),
  );
});

test('a threshold leaves the ranking of those that reach it', () => {
  const by = fc.constantFrom('VALUE' as const, 'RATIO' as const);
  const threshold = fc.integer({ min: -2, max: 2_000 }).map((number) => String(number / 8));
  fc.assert(
    fc.property(world, by, fc.boolean(), threshold, (reports, own, descending, atLeast) => {
      const { cells } = ask(evidenceOf(reports), {
        measures: [resolveMeasure({ key: 'EXPENDITURE' })],
        baseline: against({ previousYear: true }),
      });
      const show = (ranking: Ranking, ranked: readonly ComparedCell[]) => {
        const sorted = sortCells(ranked, ranking);
        const whole = stretchOf(sorted, ranking);
        return showStretch(sorted, whole, whole).map((cell) => [keyOf(cell), cell.rank]);
      };
      const ranking = { by: own, descending, atLeast: null };
      const reaching = cells.filter((cell) => Number(placeOf(cell, own)?.figure) >= Number(atLeast));
      expect(show({ ...ranking, atLeast }, cells)).toEqual(show(ranking, reaching));
    }),
  );
});

test('the same question of the same evidence gives the same bytes', () => {
  fc.assert(
    fc.property(shuffledWorlds, normaliser, ([reports, shuffled], asked) => {
      const write = (own: readonly Stated[]) =>
        JSON.stringify(show(ask(evidenceOf(own), { ...asked, baseline: against({ average: 'MEDIAN' }) })));
      expect(write(shuffled)).toBe(write(reports));
    }),
  );
});
