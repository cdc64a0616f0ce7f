import type { ReportKind, Statement } from '../domain/closed-lists.js';
import type { FindColumn, Roster } from '../domain/ready-columns.js';
import type { Account, Department, District } from '../domain/records.js';

/** A report that comparisons may use: current, of the whole department. */
export interface ReportPresence {
  readonly reportId: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly body: string;
  readonly formerNames: readonly string[];
  readonly districtCode: string;
  readonly year: number;
  readonly kind: ReportKind;
  /** Statements that were recognised in it. */
  readonly statements: readonly Statement[];
  /** Those of them in which some rows could not be read. */
  readonly statementsInPart: readonly Statement[];
  /** Statements with an issue: something was refused or settled, or (where it is none of `statements`) the whole of it refused. */
  readonly statementsWithIssues: readonly Statement[];
  /** Of the rules by which figures of the department are kept ready; null: none are. */
  readonly readyVersion: number | null;
}

/** Reports that comparisons may use, by whose they are. */
export interface Presences {
  /** By department, year, kind. */
  all(): readonly ReportPresence[];
  /** Of the reports, each once, in order. */
  readonly districtCodes: readonly string[];
  departmentIds(): readonly string[];
  /** Of that very district; asked again it is the same list, unless only some of its departments are among these. */
  departmentIdsOf(districtCode: string): readonly string[];
  ofDepartment(departmentId: string): readonly ReportPresence[];
  /** Of a part perhaps those of other departments too. */
  find(departmentId: string, year: number, kind: ReportKind): ReportPresence | undefined;
  /** Whether all that is kept ready of the departments was made by these rules. */
  isMadeBy(version: number): boolean;
  /** Of the reports, by id. */
  readonly departments: ReadonlyMap<string, Department>;
  /** In which there are any; of a part perhaps more. */
  readonly years: ReadonlySet<number>;
  /** Of which these are a part, where that is at hand. */
  readonly whole: Presences | null;
}

/** What is kept in memory of one state of the store, behind the functions that read it from tables. */
export interface InMemory {
  /** All of them. */
  readonly presences: Presences;
  readonly roster: Roster;
  /** All that the store knows, by code. */
  readonly districts: ReadonlyMap<string, District>;
  /** Years with a current report, ascending, by department; one without any is absent. */
  readonly years: ReadonlyMap<string, readonly number[]>;
  /** Accounts by id; those that are not in memory yet are read. */
  accounts(ids: readonly string[]): Promise<ReadonlyMap<string, Account>>;
  /** One that is in memory; undefined: it may have to be read. */
  account(id: string): Account | undefined;
  /** Finds what these measures are in these years; what is not in memory yet is read, of all departments. */
  columns(measures: readonly string[], years: readonly number[]): Promise<FindColumn>;
  /** What was made of this state under that key before, else what `make` makes; what was not asked for longest makes room. */
  remember<T extends object>(key: string, make: () => Promise<T>, countCells: (made: T) => number): Promise<T>;
}
