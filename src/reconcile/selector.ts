import type { AccountLevel, Flow, Fund, Part, Side, Stage, Statement } from '../domain/closed-lists.js';
import { bareLabel } from '../domain/label.js';
import type { LineItem } from '../domain/report.js';
import type { Role } from './roles.js';

/** A term of an identity: which figures of a statement it takes. What is absent doesn't matter. */
export interface Selector {
  readonly statement: Statement;
  readonly side?: Side;
  readonly flow?: Flow | null;
  readonly fund?: Fund;
  readonly part?: Part;
  /** Keys of accounts: the code, or the path of a row without one. */
  readonly keys?: readonly string[];
  readonly exceptKeys?: readonly string[];
  readonly coded?: boolean;
  readonly level?: AccountLevel;
  /** Of the rows of a two-sided summary. */
  readonly roles?: readonly Role[];
  /** EACH: the rows of units; WHOLE: those of all units; absent: WHOLE. */
  readonly units?: 'EACH' | 'WHOLE';
  /** Of the row's name without blanks and numbering. */
  readonly name?: RegExp;
  /** What messages call it where the other fields don't say. */
  readonly called?: string;
  readonly stage?: Stage;
  /** Not every template has it: where it is not printed it is nothing. */
  readonly lenient?: true;
  /** What it holds may be in another term already: the identity may hold with it or without. */
  readonly optional?: true;
}

/** Whether a term takes a figure of its statement and keys; none takes what stands under a head that is not known. */
export function fits(item: LineItem, own: Selector, roleOf: (item: LineItem) => Role | null): boolean {
  const { account } = item;
  return (
    item.fund !== null &&
    (own.side === undefined || item.side === own.side) &&
    (own.flow === undefined || item.flow === own.flow) &&
    (own.fund === undefined || item.fund === own.fund) &&
    (own.part === undefined || item.part === own.part) &&
    own.exceptKeys?.includes(account.key) !== true &&
    (own.coded === undefined || (account.code !== null) === own.coded) &&
    (own.level === undefined || account.level === own.level) &&
    own.roles?.includes(roleOf(item) as Role) !== false &&
    (own.stage === undefined || item.stage === own.stage) &&
    (item.unitName !== null) === (own.units === 'EACH') &&
    own.name?.test(bareLabel(item.label)) !== false
  );
}
