import type { Average, ReportKind, Stage } from '../../domain/closed-lists.js';
import type { LackingStatistic } from '../../domain/compared-cell.js';
import type { Scope } from '../../domain/ready-figure.js';
import type { DepartmentRename, DivisionLevel } from '../../domain/reference-tables.js';
import type { NamedAccount, NamedFigure, NamedMeasure, NotedChange } from './named.js';
import type { StepWords } from './step-words.js';

/** What is to be said, put together in the words of a language where somebody reads it. */
export type Say = (words: Words) => string;

/** Why classes are not alike. */
export type Unlike =
  'STAGES' | 'SCOPES' | 'DEFINITIONS' | 'TOTALS' | 'LEVELS' | 'SUMS' | 'MEMBERS' | 'YEARS' | 'VINTAGES' | 'BUDGETS';

/** The names of figures, and what they are. */
export interface NamedClass {
  readonly figures: string;
  readonly called: string;
}

/** A figure that is not what is printed below it: more by `gap`, in 万元, or less. */
export interface Residual {
  readonly figure: NamedFigure;
  readonly label: string;
  readonly amount: string;
  readonly gap: string;
  readonly isMore: boolean;
}

/** A figure of an identity that does not hold. */
export interface Broken extends Pick<Residual, 'figure' | 'label' | 'amount'> {
  readonly rule: string;
  readonly difference: string;
}

/** Names and short phrases. */
export interface NameWords {
  measure(measure: NamedMeasure): string;
  /** Each once, the first three, and how many they are; with `count` those that are given, which are the first of so many. */
  figures(figures: readonly NamedFigure[], count?: number): string;
  /** Districts or departments, likewise. */
  bodies(names: readonly string[]): string;
  years(years: readonly number[]): string;
  stage(stage: Stage): string;
  report(kind: ReportKind): string;
  level(level: DivisionLevel): string;
  scope(scope: Scope): string;
  /** Columns as the store names them: ALL TOTAL + GENERAL_PUBLIC BASIC. */
  columns(text: string): string;
  /** Null: that of final accounts. */
  definition(definition: string | null): string;
  body(isSum: boolean): string;
  departments(count: number): string;
  average(of: Average, count: number, year: number): string;
  vintage(vintage: string): string;
  /** `place`: the district of a population by its name. */
  lacking(statistic: LackingStatistic, place: string | null): string;
}

/** Why figures of a comparison are not alike, or what is to be said of one. */
export interface ReasonWords {
  ofMeasures(measures: readonly NamedMeasure[], sentence: string): string;
  /** Of what values are divided by; null: a share is taken of it. */
  ofDivisor(divisor: NamedMeasure | null, sentence: string): string;
  of(figures: string, sentence: string): string;
  unlike(why: Unlike, classes: readonly NamedClass[]): string;
  renamedBody(before: string, after: string, rename: DepartmentRename): string;
  renamedAccount(code: string, from: NamedAccount, to: NamedAccount, notes: readonly NotedChange[]): string;
  /** The sentence is null where no mapping joins them. */
  otherEdition(code: string, own: number, other: number, sentence: string | null): string;
  reused(own: NamedAccount, other: NamedAccount): string;
  /** More than one other account is a group. */
  standsFor(own: NamedAccount, others: readonly NamedAccount[], notes: string): string;
  holdsOther(own: NamedAccount, year: number, notes: string): string;
  isPartOf(own: NamedAccount, others: readonly NamedAccount[], notes: string): string;
  /** A sum over some departments of all; of the others some have no report, some not the figure. */
  partial(figure: NamedFigure, present: number, all: number, unreported: number, silent: number): string;
  mixedFunds(figure: NamedFigure): string;
  residual(residual: Residual): string;
  broken(broken: Broken): string;
  noted(figure: NamedFigure, note: string, source: string): string;
  /** Null: what it is divided by has no name. */
  zeroDivisor(figure: NamedFigure, divisor: NamedMeasure | null, isRatio: boolean): string;
  zeroBaseline(figure: NamedFigure, baseline: string): string;
  zeroIndexBase(figure: NamedFigure): string;
  moreOfAverage(average: string, count: number): string;
  moreAtCells(count: number): string;
}

/** Why figures that are added are not alike. */
export interface SumWords {
  addedYears(years: readonly string[]): string;
  addedAccount(
    change: 'REUSED' | 'CHANGED' | 'RENAMED',
    code: string,
    from: NamedAccount,
    to: NamedAccount,
    notes: readonly NotedChange[],
  ): string;
  addedBodies(rename: DepartmentRename): string;
  /** Sums over departments of which some have no report; `more`: how many further such sums there are. */
  partialSums(sums: readonly string[], more: number): string;
  /** Of a district and year, or of a year without some districts. */
  partialSum(of: NamedFigure | number, present: number, all: number, without: readonly string[]): string;
  moreFigures(count: number): string;
  more(count: number): string;
}

/** The words of one language: every sentence once. */
export interface Words extends NameWords, ReasonWords, SumWords {
  /** Of an explanation. */
  readonly steps: StepWords;
}
