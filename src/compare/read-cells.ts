import { STAGES } from '../domain/closed-lists.js';
import type { MissingReason, Stage, StatisticKind } from '../domain/closed-lists.js';
import { divide, multiply, parseExact, whole } from '../domain/exact.js';
import type { Exact } from '../domain/exact.js';
import { OWN_VINTAGE, chooseStatistic } from '../domain/statistics.js';
import type { Statistic } from '../domain/statistics.js';
import { missingCell, readCell } from './cell-value.js';
import type { CellValue } from './cell-value.js';
import { indexEvidence } from './evidence.js';
import type { Entity, Evidence } from './evidence.js';
import { denominatorOf } from './measure.js';
import { readReadyCell } from './read-ready-cell.js';
import type { Measure } from './measure.js';
import type { Normaliser } from './question.js';
import type { Say } from './words/words.js';

/**
 * The value of a measure, normalised; stage null: the one preferred where there is one, else the outturn, else the original budget. Asked
 * again it is the same object.
 */
export type ReadCell = (
  measure: Measure,
  entity: Entity,
  year: number,
  stage: Stage | null,
  preferred?: Stage | null,
) => CellValue;

export function makeReader(normaliser: Normaliser, evidence: Evidence): ReadCell {
  const index = indexEvidence(evidence);
  const read = remember((measure, entity, year, stage, preferred = null) => {
    const over = denominatorOf(measure, normaliser.normalise);
    const key = { measure, entity, year, stage, preferred, over };
    return readReadyCell(key, index, evidence.reference) ?? readCell(key, index, evidence.reference);
  });
  const { normalise, baseYear, vintage } = normaliser;
  const choose = indexStatistics(evidence.statistics ?? [], vintage);
  if (normalise === 'PER_CAPITA')
    return remember((measure, entity, ...at) => perCapita(read(measure, entity, ...at), entity, choose));
  if (normalise === 'REAL_TERMS')
    return remember((measure, entity, year, ...at) =>
      inPricesOf(baseYear ?? year, read(measure, entity, year, ...at), choose),
    );
  if (normalise !== 'INDEX') return read;
  return remember((measure, entity, year, ...at) => {
    const value = read(measure, entity, year, ...at);
    return value.value ? toIndex(value, read(measure, entity, baseYear ?? year, value.stage), entity) : value;
  });
}

function remember(read: ReadCell): ReadCell {
  const byMeasure = new Map<Measure, Map<Entity, Map<number, CellValue>>>();
  return (measure, entity, year, stage, preferred = null) => {
    const ofEntity = openMap(openMap(byMeasure, measure), entity);
    const key = keyOf(year, stage, preferred);
    const known = ofEntity.get(key);
    if (known) return known;
    const value = read(measure, entity, year, stage, preferred);
    // Whether a stage was asked for or chosen, the value is one.
    const settled = value.stage === null ? key : keyOf(year, value.stage, null);
    const one = ofEntity.get(settled) ?? value;
    ofEntity.set(settled, one);
    if (settled !== key) ofEntity.set(key, one);
    return one;
  };
}

function openMap<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = maps.get(key);
  if (known) return known;
  const own = new Map<L, V>();
  maps.set(key, own);
  return own;
}

/** A number for each year with a stage that is asked for, or with one that is preferred or none. */
function keyOf(year: number, stage: Stage | null, preferred: Stage | null): number {
  const place =
    stage === null ? STAGES.length + 1 + (preferred ? STAGES.indexOf(preferred) : -1) : STAGES.indexOf(stage);
  return year * KEYS_OF_A_YEAR + place;
}

const KEYS_OF_A_YEAR = 2 * STAGES.length + 1;

/** The statistics of exactly that kind, district and year, one a vintage. */
type FindStatistics = (kind: StatisticKind, districtCode: string | null, year: number) => readonly Statistic[];

function indexStatistics(statistics: readonly Statistic[], vintage: string | null): FindStatistics {
  const byKey = new Map<string, Statistic[]>();
  for (const own of statistics.filter((one) => vintage === null || [vintage, OWN_VINTAGE].includes(one.vintage))) {
    const key = [own.kind, own.districtCode, own.year].join(' ');
    byKey.set(key, [...(byKey.get(key) ?? []), own]);
  }
  return (kind, districtCode, year) => byKey.get([kind, districtCode, year].join(' ')) ?? [];
}

/** Fen and 万人: a million fen is one 元 a head of ten thousand. */
function perCapita(value: CellValue, { districtCode }: Entity, find: FindStatistics): CellValue {
  if (!value.value) return value;
  const key = { kind: 'POPULATION', districtCode, year: value.year, vintage: null } as const;
  const population = chooseStatistic(find(key.kind, districtCode, key.year), key);
  const heads = population && parseExact(population.value);
  const quotient = heads && divide(value.value, multiply(heads, whole(1_000_000n)));
  if (quotient) return derive(value, quotient, [population]);
  return { ...withoutValue(value, 'NO_DENOMINATOR'), lacks: { kind: 'POPULATION', districtCode, year: value.year } };
}

/** Both deflators of one vintage: the newest that has both years. */
function inPricesOf(baseYear: number, value: CellValue, find: FindStatistics): CellValue {
  if (!value.value) return value;
  const now = find('DEFLATOR', null, value.year);
  const base = find('DEFLATOR', null, baseYear);
  const pairs = now.flatMap((own) => {
    const other = base.find(({ vintage }) => vintage === own.vintage);
    return other ? [[other, own] as const] : [];
  });
  const [newest] = pairs.sort(([a], [b]) => (a.vintage < b.vintage ? 1 : -1));
  const factor = newest && quotientOf(newest[0].value, newest[1].value);
  if (factor) return derive(value, multiply(value.value, factor), [...new Set(newest)]);
  return {
    ...withoutValue(value, 'NO_DENOMINATOR'),
    lacks: { kind: 'DEFLATOR', year: value.year, baseYear },
  };
}

function quotientOf(a: string, b: string): Exact | null {
  const [one, other] = [parseExact(a), parseExact(b)];
  return one && other && divide(one, other);
}

function toIndex(value: CellValue, base: CellValue, entity: Entity): CellValue {
  if (!value.value || !base.value) return { ...withoutValue(value, 'NO_DENOMINATOR'), base };
  const quotient = divide(value.value, base.value);
  const notes = [...new Set([...value.notes, ...base.notes])];
  if (quotient) return { ...derive(value, multiply(quotient, whole(100n)), []), base, notes };
  const say: Say = (words) => words.zeroIndexBase({ name: entity.name, year: base.year });
  return { ...withoutValue(value, 'ZERO_BASE'), base, notes: [...notes, { code: 'ZERO_BASE', say }] };
}

function derive(value: CellValue, amount: Exact, statistics: readonly Statistic[]): CellValue {
  return { ...value, value: amount, status: 'DERIVED', statistics };
}

/** Without a value there are no figures that it comes from. */
function withoutValue({ stage, year, notes }: CellValue, missing: MissingReason): CellValue {
  return { ...missingCell(missing, stage, year), notes };
}
