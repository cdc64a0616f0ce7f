import { REPORT_KINDS } from '../domain/closed-lists.js';
import type { ReportKind, RuleKind } from '../domain/closed-lists.js';
import type { Finding, Rule } from '../domain/finding.js';
import type { LineItem } from '../domain/report.js';
import type { Instance, Relation } from './instance.js';
import { judgeInstance } from './instance.js';
import { findNothing } from './not-evaluable.js';
import type { ReportFigures } from './report-figures.js';
import { select } from './selector.js';
import type { Selector } from './selector.js';
import { shortNameOf } from './statement-names.js';

/** A rule with its way of being applied to the reports that it is for. */
export interface ReconciliationRule extends Rule {
  readonly reports: readonly ReportKind[];
  /** Every place at which the rule applies; one finding that says why where there is none. */
  readonly evaluate: (figures: ReportFigures) => readonly Finding[];
}

/** Which figures an identity joins: those of one group by this key. */
export type Scope =
  | 'REPORT'
  /** One printed row, across its columns. */
  | 'ROW'
  /** One column, across its rows. */
  | 'COLUMN'
  /** One column of one unit of the department. */
  | 'UNIT'
  /** One account in each of the tables. */
  | 'ACCOUNT'
  /** One account and column. */
  | 'ACCOUNT_AND_COLUMN'
  /** One stage and fund, wherever the figures stand. */
  | 'STAGE';

/** A row of the rule table: Σ `whole` against Σ `parts`, in every group of the scope. */
export interface Identity {
  readonly id: string;
  readonly kind: RuleKind;
  readonly title: string;
  readonly reports?: readonly ReportKind[];
  readonly scope: Scope;
  readonly relation?: Relation;
  /** Whether a part that is not printed is nothing; in rows and stages always. */
  readonly lenient?: true;
  /** Whether the rule is about reports only in which both sides have an amount. */
  readonly whereBothOccur?: true;
  readonly whole: Selector | readonly Selector[];
  readonly parts: Selector | readonly Selector[];
}

const KEYS: Readonly<Record<Scope, (item: LineItem) => string>> = {
  REPORT: () => '',
  ROW: ({ side, row }) => `${side}/${row}`,
  COLUMN: ({ side, column }) => `${side}/${column}`,
  UNIT: ({ column, unitName }) => `${column}/${unitName}`,
  ACCOUNT: ({ account }) => account.key,
  ACCOUNT_AND_COLUMN: ({ account, column }) => `${column}/${account.key}`,
  STAGE: ({ stage, fund }) => `${stage}/${fund}`,
};

/** Scopes in which what is not printed may be nothing: the rest has to add up without it. */
const LENIENT: readonly Scope[] = ['ROW', 'STAGE'];

/** The rule of an identity. */
export function makeIdentity(identity: Identity): ReconciliationRule {
  const { id, kind, title, reports = REPORT_KINDS } = identity;
  const wholes = [identity.whole].flat() as readonly Selector[];
  const rule: Rule = { id, kind, title, statement: (wholes[0] as Selector).statement };
  return { ...rule, reports, evaluate: (figures) => evaluate(rule, identity, figures) };
}

interface Group {
  readonly wholes: (LineItem | undefined)[];
  readonly parts: LineItem[][];
}

function evaluate(rule: Rule, identity: Identity, figures: ReportFigures): readonly Finding[] {
  const wholes = [identity.whole].flat() as readonly Selector[];
  const parts = [identity.parts].flat() as readonly Selector[];
  const absent =
    wholes.find((own) => select(figures, own).length === 0) ??
    (parts.every((own) => select(figures, own).length === 0) ? parts[0] : undefined);
  if (absent) return [findNothing(rule, absent, figures, [])];
  const groups = groupTerms(identity, figures);
  const findings: Finding[] = [];
  for (const group of groups) {
    const lenient = identity.lenient ?? (LENIENT.includes(identity.scope) || identity.relation === 'AT_MOST');
    const lacking =
      wholes.find((_, at) => !group.wholes[at]) ??
      (group.parts.every((own) => own.length === 0) ? parts[0] : undefined) ??
      (lenient ? undefined : parts.find((own, at) => !own.optional && group.parts[at]?.length === 0));
    const empty = identity.whereBothOccur ? findEmpty(wholes, parts, group) : undefined;
    if (!lacking && !empty) findings.push(judgeInstance(rule, instanceOf(identity, parts, group), figures));
    else if (hasAmount(termsOf(group)))
      findings.push(findNothing(rule, (lacking ?? empty) as Selector, figures, termsOf(group)));
  }
  return findings.length > 0 ? findings : [findNothing(rule, parts[0] as Selector, figures, [])];
}

function groupTerms({ scope, whole, parts }: Identity, figures: ReportFigures): readonly Group[] {
  const groups = new Map<string, Group>();
  const wholes = [whole].flat() as readonly Selector[];
  const details = [parts].flat() as readonly Selector[];
  const groupOf = (item: LineItem): Group => {
    const key = KEYS[scope](item);
    const known = groups.get(key) ?? { wholes: wholes.map(() => undefined), parts: details.map(() => []) };
    groups.set(key, known);
    return known;
  };
  wholes.forEach((own, at) => {
    for (const item of select(figures, own)) groupOf(item).wholes[at] ??= item;
  });
  details.forEach((own, at) => {
    for (const item of select(figures, own)) groupOf(item).parts[at]?.push(item);
  });
  return [...groups.values()];
}

function instanceOf(identity: Identity, selectors: readonly Selector[], { wholes, parts }: Group): Instance {
  const all = parts.flat();
  const usual = parts.filter((_, at) => !selectors[at]?.optional).flat();
  const alternatives = usual.length > 0 && usual.length < all.length ? [all, usual] : [all];
  const whole = wholes.filter((item) => item !== undefined);
  const statements = new Set([...whole, ...all].map(({ statement }) => statement)).size;
  return {
    whole,
    alternatives,
    relation: identity.relation ?? 'EQUAL',
    nameOf: identity.scope === 'ROW' ? nameOfColumn : statements > 1 ? nameInReport : nameOfRow,
  };
}

function termsOf({ wholes, parts }: Group): readonly LineItem[] {
  return [...wholes.filter((item) => item !== undefined), ...parts.flat()];
}

/** The side on which all figures are zero. */
function findEmpty(wholes: readonly Selector[], parts: readonly Selector[], group: Group): Selector | undefined {
  if (!hasAmount(group.wholes.filter((item) => item !== undefined))) return wholes[0];
  return hasAmount(group.parts.flat()) ? undefined : parts[0];
}

function hasAmount(items: readonly LineItem[]): boolean {
  return items.some(({ amount }) => amount.fen !== 0n);
}

/** The row as it is printed, with its code where it has one. */
export function nameOfRow({ label, account: { code } }: LineItem): string {
  return code === null || label.startsWith(code) ? label : `${code} ${label}`;
}

function nameOfColumn({ columnLabel, side }: LineItem): string {
  return columnLabel || `column of ${side}`;
}

function nameInReport(item: LineItem): string {
  return `${shortNameOf(item.statement)} ${nameOfRow(item)}`;
}
