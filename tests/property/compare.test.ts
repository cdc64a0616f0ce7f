import fc from 'fast-check';
import { compare } from '../../src/compare/compare.js';
import type { Answer, ComparedCell } from '../../src/compare/compare.js';
import type { Entity, Evidence } from '../../src/compare/evidence.js';
import { resolveMeasure } from '../../src/compare/measure.js';
import type { Question } from '../../src/compare/question.js';
import { ACCOUNT_KEYS } from '../../src/domain/account-keys.js';
import type { MetricKey, Part, ReportKind } from '../../src/domain/closed-lists.js';
import type { Figure } from '../../src/domain/figure.js';
import { formatFen, parseMoney } from '../../src/domain/money.js';
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

const normalisation = fc.constantFrom('NONE' as const, 'SHARE_OF_TOTAL' as const, 'SHARE_OF_PARENT' as const);
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
  };
}

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

const keyOf = ({ metric, districtCode, year }: ComparedCell): string => [metric, districtCode, year].join(' ');
const sorted = ({ cells }: Answer) => [...cells].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

test('the order of what was read never matters', () => {
  fc.assert(
    fc.property(shuffledWorlds, normalisation, ([reports, shuffled], normalise) => {
      expect(ask(evidenceOf(shuffled), { normalise })).toEqual(ask(evidenceOf(reports), { normalise }));
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
    fc.property(world, normalisation, (reports, normalise) => {
      const evidence = evidenceOf(reports);
      const [a, b] = ['440104', '440105'].map((code) => districtOf(code, evidence)) as [Entity, Entity];
      const stages = ['OUTTURN'] as const;
      const hold = (entity: Entity, base: Entity) =>
        ask(evidence, {
          entities: [entity],
          stages,
          normalise,
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
        answer.cells.map(({ value, baseline: base, difference, unit: _, ...cell }) => ({
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
    fc.property(world, normalisation, (reports, normalise) => {
      for (const { value, missing, status, rank } of ask(evidenceOf(reports), { normalise }).cells) {
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
      const { cells } = ask(evidenceOf(reports), { normalise: 'SHARE_OF_TOTAL' });
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
