import type { Average, MissingReason, Stage, WarningCode } from '../../domain/closed-lists.js';
import type { Statistic } from '../../domain/statistics.js';
import type { NamedMeasure } from './named.js';

/** What a quotient is: a share, the ratio of two like things, or so much for one of what it is divided by. */
export type QuotientKind = 'SHARE' | 'RATIO' | 'FOR_ONE';

/** The words of an explanation: what its steps are called, and what stands in a computation beside figures and signs. */
export interface StepWords {
  /** How a metric is computed, in one line. */
  readonly formula: {
    sum(measure: string, departments: number): string;
    terms(measure: string): string;
    perCapita(value: string): string;
    realTerms(value: string): string;
    index(value: string): string;
    againstBaseline(value: string): string;
  };
  /** What a share is taken of. */
  total(measure: NamedMeasure): string;
  warning(code: WarningCode): string;
  /** `lacking`: the statistics that are not here; null: none. */
  missing(reason: MissingReason, lacking: string | null): string;
  noValue(): string;
  noBaseline(): string;
  ofBaseline(label: string): string;
  ofIndexBase(label: string): string;
  rounded(label: string): string;
  figure(measure: string, department: string, year: number, stage: Stage | null): string;
  derivedBy(label: string, terms: string): string;
  derivedOtherwise(): string;
  sum(): string;
  divisorSum(): string;
  quotient(kind: QuotientKind, divisor: NamedMeasure): string;
  perCapita(): string;
  realTerms(): string;
  index(): string;
  average(of: Average, count: number): string;
  median(terms: readonly string[]): string;
  difference(): string;
  ratio(): string;
  changeRate(): string;
  /** `place`: the district of a population by its name. */
  statistic(statistic: Statistic, place: string | null): string;
  statisticValue(statistic: Statistic): string;
}
