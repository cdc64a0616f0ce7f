import type { Classification, ReportKind, Stage, Statement } from '../domain/closed-lists.js';
import type { CellSelector, FactFigure, Figure, IndicatorTotals } from '../domain/figure.js';
import { groupBy } from '../domain/group-by.js';
import type { FindColumn, Roster } from '../domain/ready-columns.js';
import type { Department } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import type { Statistic } from '../domain/statistics.js';

/** A report that could hold figures: current, of the whole department. */
export interface Presence {
  readonly departmentId: string;
  readonly districtCode: string;
  readonly year: number;
  readonly kind: ReportKind;
  /** Statements of which something was read. */
  readonly statements: readonly Statement[];
  /** Those of them in which some rows could not be read. */
  readonly statementsInPart: readonly Statement[];
  /** Statements with an issue; where it is none of `statements`, nothing of it could be read. */
  readonly statementsWithIssues: readonly Statement[];
}

/** What a comparison is made from. The order of figures and reports does not matter. */
export interface Evidence {
  readonly figures: readonly Figure[];
  readonly reports: readonly Presence[];
  /** Finds reports, where they are at hand otherwise than as a list. */
  readonly findReport?: FindReport;
  /** Of the reports that print evaluations, where they are asked for. */
  readonly indicators?: readonly IndicatorTotals[];
  /** What the texts state, where no table does; absent: nothing. */
  readonly facts?: FindFacts;
  /** Readings kept ready, instead of figures, indicators and facts. */
  readonly ready?: ReadyEvidence;
  /** Population and deflators, where they are asked for. */
  readonly statistics?: readonly Statistic[];
  /** By id: at least the departments of the reports. */
  readonly departments: ReadonlyMap<string, Department>;
  readonly reference: Reference;
  /** Accounts, as `keyOfAccount` spells them, that are on no official list and yet printed in some report: at least those asked for. */
  readonly unlisted: ReadonlySet<string>;
}

export type FindReport = (departmentId: string, year: number, kind: ReportKind) => Presence | undefined;

/** The numbers of the texts about one department and year, as printed: asked for only where the tables leave out what a text may state. */
export type FindFacts = (departmentId: string, year: number) => readonly FactFigure[];

/** Readings kept ready: at least those of all departments and measures asked for. */
export interface ReadyEvidence {
  readonly roster: Roster;
  readonly column: FindColumn;
}

/** An account that has a code. */
export interface CodedAccount {
  readonly classification: Classification;
  readonly code: string;
}

export function keyOfAccount({ classification, code }: CodedAccount): string {
  return `${classification} ${code}`;
}

/** A district (the sum over its departments) or one department. */
export interface Entity {
  readonly kind: 'DISTRICT' | 'DEPARTMENT';
  readonly districtCode: string;
  /** Null for a district. */
  readonly departmentId: string | null;
  readonly name: string;
  /** The departments that are added, all that are known of it. */
  readonly departmentIds: readonly string[];
}

/** The figures that stand in such a cell. */
export type FindFitting = (cell: CellSelector) => readonly Figure[];

/** The evidence by department, year and kind. */
export interface Index {
  readonly report: FindReport;
  /** Finds among the figures of that stage in the report of that kind. */
  figures(departmentId: string, year: number, kind: ReportKind, stage: Stage): FindFitting;
  /** Undefined where the report prints no evaluated indicators. */
  indicators(departmentId: string, year: number, kind: ReportKind): IndicatorTotals | undefined;
  readonly facts: FindFacts;
  readonly ready: ReadyEvidence | null;
  /** Whether an account that is on no official list is printed somewhere. */
  isPrinted(account: CodedAccount): boolean;
}

export function indexEvidence({
  figures,
  reports,
  findReport = indexReports(reports),
  unlisted,
  indicators = [],
  facts = () => [],
  ready,
}: Pick<Evidence, 'figures' | 'reports' | 'findReport' | 'unlisted' | 'indicators' | 'facts' | 'ready'>): Index {
  const totals = new Map(indicators.map((own) => [keyOfKind(own.departmentId, own.year, own.kind), own]));
  const byStage = groupBy(figures, ({ departmentId, year, kind, stage }) => `${departmentId} ${year} ${kind} ${stage}`);
  const finders = new Map([...byStage].map(([key, own]) => [key, indexFigures(own)]));
  return {
    facts,
    ready: ready ?? null,
    report: findReport,
    figures: (departmentId, year, kind, stage) => finders.get(`${departmentId} ${year} ${kind} ${stage}`) ?? findNone,
    indicators: (...key) => totals.get(keyOfKind(...key)),
    isPrinted: (account) => unlisted.has(keyOfAccount(account)),
  };
}

const findNone: FindFitting = () => [];

/** Most figures have an account that no cell asks for. A code is the key of its account. */
function indexFigures(figures: readonly Figure[]): FindFitting {
  const byAccount = groupBy(figures, ({ statement, accountKey }) => `${statement} ${accountKey}`);
  return (cell) => {
    const key = cell.accountKey ?? cell.accountCode;
    const candidates = key === undefined ? figures : (byAccount.get(`${cell.statement} ${key}`) ?? []);
    return candidates.filter((figure) => fits(figure, cell));
  };
}

/** Among these reports. */
function indexReports(reports: readonly Presence[]): FindReport {
  const byKey = new Map(reports.map((report) => [keyOfKind(report.departmentId, report.year, report.kind), report]));
  return (...key) => byKey.get(keyOfKind(...key));
}

/** Of these numbers. */
export function indexFacts(facts: readonly FactFigure[]): FindFacts {
  const byYear = groupBy(facts, ({ departmentId, year }) => `${departmentId} ${year}`);
  return (departmentId, year) => byYear.get(`${departmentId} ${year}`) ?? [];
}

/** Whether the figure stands in such a cell. */
function fits(figure: Figure, cell: CellSelector): boolean {
  return (
    figure.statement === cell.statement &&
    (cell.flow === undefined || figure.flow === cell.flow) &&
    (cell.side === undefined || figure.side === cell.side) &&
    (cell.fund === undefined || figure.fund === cell.fund) &&
    (cell.part === undefined || figure.part === cell.part) &&
    (cell.classification === undefined || figure.classification === cell.classification) &&
    (cell.accountCode === undefined || figure.accountCode === cell.accountCode) &&
    (cell.accountKey === undefined || figure.accountKey === cell.accountKey)
  );
}

function keyOfKind(departmentId: string, year: number, kind: ReportKind): string {
  return `${departmentId} ${year} ${kind}`;
}
