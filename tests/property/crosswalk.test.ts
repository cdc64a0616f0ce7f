import fc from 'fast-check';
import { buildCrosswalk, weakest } from '../../src/domain/crosswalk.js';
import type { AccountMapping, Crosswalk } from '../../src/domain/crosswalk.js';
import type { AccountChange, AccountEdition, AccountRow } from '../../src/domain/reference-tables.js';
import { REFERENCE } from '../support/reference.js';

const YEARS = { min: 2010, max: 2015 };
const CODES = ['301', '302', '303', '304', '305'];

/** One change of a made-up list: in a year, codes are given up for others. */
interface Made {
  readonly year: number;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly confidence: AccountChange['confidence'];
}
const made: fc.Arbitrary<Made> = fc.record({
  year: fc.integer({ min: YEARS.min + 1, max: YEARS.max }),
  from: fc.subarray(CODES, { maxLength: 2 }),
  to: fc.subarray(CODES, { maxLength: 2 }),
  confidence: fc.constantFrom('HIGH', 'MEDIUM', 'LOW'),
});

/** Plays changes in the order of time: a code given up or taken anew ends its meaning, and begins another. */
function play(changes: readonly Made[]): { accounts: AccountRow[]; accountChanges: AccountChange[] } {
  const ended: AccountRow[] = [];
  const valid = new Map(CODES.slice(0, 3).map((code) => [code, rowOf(code, 2007)]));
  const rows: AccountChange[] = [];
  const years = new Set<number>();
  for (const { year, from, to, confidence } of [...changes].sort((a, b) => a.year - b.year)) {
    if (years.has(year)) continue;
    years.add(year);
    const gone = CODES.filter((code) => valid.has(code) && (from.includes(code) || to.includes(code)));
    const old = gone.map((code) => valid.get(code) as AccountRow);
    const begun = to.map((code) => rowOf(code, year));
    for (const own of old) ended.push({ ...own, lastYear: year - 1 });
    gone.forEach((code) => valid.delete(code));
    begun.forEach((own) => valid.set(own.code, own));
    const pairs: [AccountRow | null, AccountRow | null][] =
      begun.length === 0
        ? old.map((own) => [own, null])
        : old.length === 0
          ? begun.map((own) => [null, own])
          : old.flatMap((own) => begun.map((other): [AccountRow, AccountRow] => [own, other]));
    for (const [a, b] of pairs) {
      const kind = a === null ? 'ADDED' : b === null ? 'REMOVED' : begun.length > 1 ? 'SPLIT' : 'MERGED';
      rows.push({ classification: 'ECONOMIC', year, kind, from: a, to: b, confidence, note: 'made up', source: '' });
    }
  }
  return { accounts: [...ended, ...valid.values()], accountChanges: rows };
}

function rowOf(code: string, edition: number): AccountRow {
  return { classification: 'ECONOMIC', code, edition, lastYear: null, name: code, source: '' };
}

const year = fc.integer(YEARS);
const world = fc.array(made, { maxLength: 5 }).map((changes) => {
  const tables = play(changes);
  return { ...tables, crosswalk: buildCrosswalk(tables) };
});

const keyOf = (end: AccountEdition | null): string => (end ? `${end.code} (${end.edition})` : '-');
const pairOf = ({ from, to }: AccountMapping): string => `${keyOf(from)} > ${keyOf(to)}`;
const joins = (mappings: readonly AccountMapping[]) => mappings.filter(({ kind }) => kind !== 'REUSED');
const swap = { SPLIT: 'MERGED', MERGED: 'SPLIT', ADDED: 'REMOVED', REMOVED: 'ADDED' } as const;
const inverse = (mapping: AccountMapping): AccountMapping => ({
  ...mapping,
  ...{ from: mapping.to, to: mapping.from },
  kind: mapping.kind in swap ? swap[mapping.kind as keyof typeof swap] : mapping.kind,
});
const sorted = (mappings: readonly AccountMapping[]) =>
  [...mappings].sort((a, b) => (pairOf(a) + a.kind < pairOf(b) + b.kind ? -1 : 1));

/** The pairs that follow from going over a year in between, with the weakest confidence. */
function compose(first: readonly AccountMapping[], second: readonly AccountMapping[]): Map<string, string> {
  const pairs = new Map<string, AccountMapping['confidence']>();
  const add = (from: AccountEdition | null, to: AccountEdition | null, confidence: AccountMapping['confidence']) => {
    if (!from && !to) return;
    const key = `${keyOf(from)} > ${keyOf(to)}`;
    pairs.set(key, weakest(pairs.get(key) ?? 'HIGH', confidence));
  };
  for (const a of first) {
    if (a.to === null) add(a.from, null, a.confidence);
    for (const b of second)
      if (a.to && keyOf(a.to) === keyOf(b.from)) add(a.from, b.to, weakest(a.confidence, b.confidence));
  }
  for (const b of second) if (b.from === null) add(null, b.to, b.confidence);
  return new Map([...pairs].sort());
}

function checkWhole(crosswalk: Crosswalk, accounts: readonly AccountRow[], from: number, to: number): void {
  const { classification } = accounts[0]!;
  const mappings = joins(crosswalk.crosswalkAll(classification, from, to));
  const meantIn = (own: number) =>
    accounts.filter(({ edition, lastYear }) => edition <= own && own <= (lastYear ?? own)).map(keyOf);
  expect([...new Set(mappings.flatMap((own) => (own.from ? keyOf(own.from) : [])))].sort()).toEqual(
    meantIn(from).sort(),
  );
  expect([...new Set(mappings.flatMap((own) => (own.to ? keyOf(own.to) : [])))].sort()).toEqual(meantIn(to).sort());
  expect(new Set(mappings.map(pairOf)).size).toBe(mappings.length);
}

test('no account of either year is lost, and none is mapped to the same one twice', () => {
  fc.assert(
    fc.property(world, year, year, ({ crosswalk, accounts }, from, to) => checkWhole(crosswalk, accounts, from, to)),
  );
  for (const classification of ['FUNCTIONAL', 'ECONOMIC'] as const) {
    const accounts = REFERENCE.accounts.filter((row) => row.classification === classification);
    for (const from of [2010, 2013, 2016, 2017, 2018, 2019, 2020, 2023])
      for (const to of [2010, 2014, 2017, 2018, 2020, 2023]) checkWhole(REFERENCE, accounts, from, to);
  }
});

test('backwards is the inverse of forwards, and its own inverse again', () => {
  const check = ({ crosswalkAll }: Crosswalk, from: number, to: number): void => {
    const there = crosswalkAll('ECONOMIC', from, to);
    expect(sorted(crosswalkAll('ECONOMIC', to, from).map(inverse))).toEqual(sorted(there));
    expect(there.map(inverse).map(inverse)).toEqual(there);
  };
  fc.assert(fc.property(world, year, year, ({ crosswalk }, from, to) => check(crosswalk, from, to)));
  fc.assert(
    fc.property(fc.integer({ min: 2007, max: 2026 }), fc.integer({ min: 2007, max: 2026 }), (from, to) =>
      check(REFERENCE, from, to),
    ),
    { numRuns: 30 },
  );
});

test('the way over a year in between is the same way', () => {
  const check = ({ crosswalkAll }: Crosswalk, unsorted: readonly [number, number, number]): void => {
    const [a, b, c] = [...unsorted].sort((x, y) => x - y) as [number, number, number];
    for (const [from, middle, to] of [
      [a, b, c],
      [c, b, a],
    ] as const) {
      const direct = joins(crosswalkAll('ECONOMIC', from, to)).map((own) => [pairOf(own), own.confidence] as const);
      const over = compose(joins(crosswalkAll('ECONOMIC', from, middle)), joins(crosswalkAll('ECONOMIC', middle, to)));
      expect(new Map([...direct].sort())).toEqual(over);
    }
  };
  fc.assert(fc.property(world, fc.tuple(year, year, year), ({ crosswalk }, years) => check(crosswalk, years)));
  const real = fc.integer({ min: 2007, max: 2026 });
  fc.assert(
    fc.property(fc.tuple(real, real, real), (years) => check(REFERENCE, years)),
    { numRuns: 30 },
  );
});

test('a year against itself changes nothing', () => {
  fc.assert(
    fc.property(world, year, ({ crosswalk }, own) => {
      for (const { from, to, kind, confidence, note } of crosswalk.crosswalkAll('ECONOMIC', own, own))
        expect([keyOf(from), kind, confidence, note]).toEqual([keyOf(to), 'SAME', 'HIGH', null]);
    }),
  );
});
