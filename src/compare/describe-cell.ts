import type { AmountUnit, CellStatus, MissingReason, Normalisation, Stage, Unit } from '../domain/closed-lists.js';
import type { ComparedCell, Scale, ValueTrace, Warning } from '../domain/compared-cell.js';
import { divide, multiply, roundRatio, subtract, whole } from '../domain/exact.js';
import type { Exact } from '../domain/exact.js';
import type { Statistic } from '../domain/statistics.js';
import type { Cell } from './cell.js';
import { scaleOf } from './measure.js';
import type { PeerStanding } from './peers.js';
import { formatExact, quantityOf } from './quantity.js';
import type { Quantity } from './quantity.js';
import type { Normaliser } from './question.js';

/** Cells that are described together: how their values are shown, and what is said of each among the others. */
export interface Described<C extends Omit<Cell, 'place'>> extends Pick<Normaliser, 'normalise'> {
  readonly unit: AmountUnit;
  /** Undefined where it has no value. */
  readonly standingOf: (cell: C) => PeerStanding | undefined;
  readonly warningsOf: (cell: C) => readonly Warning[];
}

/** A cell as the answer gives it. What is asked for is computed then, and rounded once: most questions want but a little of it. */
export class DescribedCell<C extends Omit<Cell, 'place'>> implements ComparedCell {
  readonly #cell: C;
  readonly #described: Described<C>;
  readonly #rank: number | null;

  constructor(cell: C, described: Described<C>, rank: number | null = null) {
    this.#cell = cell;
    this.#described = described;
    this.#rank = rank;
  }

  ranked(rank: number): ComparedCell {
    return new DescribedCell(this.#cell, this.#described, rank);
  }

  get metric(): string {
    return this.#cell.measure.name;
  }

  get metricZh(): string {
    return this.#cell.measure.nameZh;
  }

  get districtCode(): string {
    return this.#cell.entity.districtCode;
  }

  get departmentId(): string | null {
    return this.#cell.entity.departmentId;
  }

  get year(): number {
    return this.#cell.year;
  }

  get stage(): Stage | null {
    return this.#cell.value.stage;
  }

  get value(): string | null {
    return this.#format(this.#cell.value.value);
  }

  get unit(): Unit {
    return this.#quantity.unit;
  }

  get status(): CellStatus {
    return this.#cell.value.status;
  }

  get missing(): MissingReason | null {
    return this.#cell.value.missing;
  }

  get baseline(): string | null {
    return this.#format(this.#base);
  }

  get baselineStage(): Stage | null {
    return this.#cell.baseline?.value.stage ?? null;
  }

  get baselineMissing(): MissingReason | null {
    return this.#cell.baseline?.value.missing ?? null;
  }

  get difference(): string | null {
    return this.#format(this.#difference);
  }

  get percentagePoints(): string | null {
    const difference = this.#difference;
    return this.unit === 'RATIO' && difference ? roundRatio(multiply(difference, whole(100n))) : null;
  }

  get ratio(): string | null {
    return this.#onBase(this.#cell.value.value);
  }

  get changeRate(): string | null {
    return this.#onBase(this.#difference);
  }

  get rank(): number | null {
    return this.#rank ?? this.#standing?.rank ?? null;
  }

  get distanceFromMedian(): string | null {
    return this.#format(this.#standing?.fromMedian ?? null);
  }

  get zScore(): string | null {
    return this.#standing?.zScore ?? null;
  }

  get warnings(): readonly Warning[] {
    return this.#described.warningsOf(this.#cell);
  }

  get lineItemIds(): readonly string[] {
    return this.#cell.value.figures.map(({ lineItemId }) => lineItemId);
  }

  get factIds(): readonly string[] {
    return this.#cell.value.facts.map(({ factId }) => factId);
  }

  get statistics(): readonly Statistic[] {
    return joinStatistics(this.#cell.value.statistics, this.#cell.baseline?.value.statistics);
  }

  get normalise(): Normalisation {
    return this.#described.normalise;
  }

  get scale(): Scale {
    return this.#cell.measure.scale;
  }

  get trace(): ValueTrace {
    return this.#cell.value;
  }

  get baselineTrace(): ValueTrace | null {
    return this.#cell.baseline?.value ?? null;
  }

  get #base(): Exact | null {
    return this.#cell.baseline?.value.value ?? null;
  }

  get #difference(): Exact | null {
    const [value, base] = [this.#cell.value.value, this.#base];
    return value && base && subtract(value, base);
  }

  get #standing(): PeerStanding | undefined {
    return this.#described.standingOf(this.#cell);
  }

  get #quantity(): Quantity {
    const { normalise, unit } = this.#described;
    return quantityOf(scaleOf(this.#cell.measure), normalise, unit);
  }

  #format(exact: Exact | null): string | null {
    return exact && formatExact(exact, this.#quantity);
  }

  #onBase(exact: Exact | null): string | null {
    const base = this.#base;
    const quotient = exact && base && divide(exact, base);
    return quotient && roundRatio(quotient);
  }
}

function joinStatistics(own: readonly Statistic[], base: readonly Statistic[] = own): readonly Statistic[] {
  return own === base ? own : [...new Set([...own, ...base])];
}
