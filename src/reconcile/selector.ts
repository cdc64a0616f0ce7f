import type { AccountLevel, Flow, Fund, Part, Side, Stage, Statement } from '../domain/closed-lists.js';
import { bareLabel } from '../domain/label.js';
import type { LineItem } from '../domain/report.js';
import type { ReportFigures, Role } from './report-figures.js';

/** A term of an identity: which figures of a statement it takes. What is absent doesn't matter. */
export interface Selector {
  readonly statement: Statement;
  readonly side?: Side;
  readonly flow?: Flow | null;
  readonly fund?: Fund;
  readonly part?: Part;
  /** Key of the account: its code, or the path of a row without one. */
  readonly key?: string | readonly string[];
  readonly exceptKeys?: readonly string[];
  readonly coded?: boolean;
  readonly level?: AccountLevel;
  /** Of the rows of a two-sided summary. */
  readonly role?: Role | readonly Role[];
  /** EACH: the rows of units; WHOLE: those of all units; absent: WHOLE. */
  readonly units?: 'EACH' | 'WHOLE';
  /** Of the row's name without blanks and numbering. */
  readonly name?: RegExp;
  /** What messages call it where the other fields don't say. */
  readonly called?: string;
  readonly stage?: Stage;
  /** Not every template has it: the identity may hold with it or without. */
  readonly optional?: true;
}

/** The figures of a report that a term takes, as printed. */
export function select(figures: ReportFigures, selector: Selector): readonly LineItem[] {
  return figures.of(selector.statement).filter((item) => fits(item, selector, figures));
}

function fits(item: LineItem, own: Selector, { roleOf }: ReportFigures): boolean {
  const keys = own.key === undefined ? null : [own.key].flat();
  return (
    (own.side === undefined || item.side === own.side) &&
    (own.flow === undefined || item.flow === own.flow) &&
    (own.fund === undefined || item.fund === own.fund) &&
    (own.part === undefined || item.part === own.part) &&
    (keys === null || keys.includes(item.account.key)) &&
    own.exceptKeys?.includes(item.account.key) !== true &&
    (own.coded === undefined || (item.account.code !== null) === own.coded) &&
    (own.level === undefined || item.account.level === own.level) &&
    (own.role === undefined || [own.role].flat().includes(roleOf(item) as Role)) &&
    (own.name === undefined || own.name.test(bareLabel(item.label))) &&
    (own.stage === undefined || item.stage === own.stage) &&
    (item.unitName !== null) === (own.units === 'EACH')
  );
}
