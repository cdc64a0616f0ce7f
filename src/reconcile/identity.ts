import { REPORT_KINDS } from '../domain/closed-lists.js';
import type { ReportKind, RuleKind } from '../domain/closed-lists.js';
import type { Finding, Rule } from '../domain/finding.js';
import type { LineItem } from '../domain/report.js';
import type { Instance, Relation } from './instance.js';
import { judgeInstance } from './instance.js';
import { findNothing } from './not-evaluable.js';
import type { ReportFigures } from './report-figures.js';
import type { Selector } from './selector.js';
import { shortNameOf } from './statement-names.js';

/** A rule with its way of being applied to the reports that it is for. */
export interface ReconciliationRule extends Rule {
  readonly reports: readonly ReportKind[];
  /** Null: the rule follows the accounts' tree. */
  readonly identity: Identity | null;
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
  /** Where the title is not all Chinese. */
  readonly titleZh?: string;
  readonly reports?: readonly ReportKind[];
  readonly scope: Scope;
  readonly relation?: Relation;
  /** Whether a part that is not printed is nothing: if absent, in rows, in stages and where the parts are at most the whole. */
  readonly lenient?: boolean;
  /** Whether the rule is about reports only in which both sides have an amount. */
  readonly whereBothOccur?: true;
  readonly whole: readonly Selector[];
  readonly parts: readonly Selector[];
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
  const { id, kind, title, titleZh = punctuate(title), reports = REPORT_KINDS, whole } = identity;
  const rule: Rule = { id, kind, title, titleZh, statement: (whole[0] as Selector).statement };
  return { ...rule, reports, identity, evaluate: (figures) => evaluate(rule, identity, figures) };
}

/** A title that is all Chinese, with Chinese marks. */
export function punctuate(title: string): string {
  return title.replace(/: ?/g, '：').replaceAll(', ', '，');
}

/** The figures that an identity joins in one place, by its terms. */
interface Group {
  readonly wholes: (LineItem | undefined)[];
  readonly parts: LineItem[][];
}

function evaluate(rule: Rule, identity: Identity, figures: ReportFigures): readonly Finding[] {
  const { whole, parts } = identity;
  const isAbsent = (own: Selector): boolean => figures.select(own).length === 0;
  const absent = whole.find(isAbsent) ?? (parts.every(isAbsent) ? parts[0] : undefined);
  if (absent) return [findNothing(rule, absent, figures, [])];
  const findings = groupTerms(identity, figures).flatMap((group) => judgeGroup(rule, identity, group, figures));
  return findings.length > 0 ? findings : [findNothing(rule, parts[0] as Selector, figures, [])];
}

/** Nothing where a term is missing and the others are zero. */
function judgeGroup(rule: Rule, identity: Identity, group: Group, figures: ReportFigures): Finding[] {
  const lacking = findLacking(identity, group) ?? (identity.whereBothOccur ? findEmpty(identity, group) : undefined);
  const explain = (own: Selector): Finding => findNothing(rule, own, figures, termsOf(group));
  if (lacking) return hasAmount(termsOf(group)) ? [explain(lacking)] : [];
  const finding = judgeInstance(rule, instanceOf(identity, group), figures);
  const unseen = finding.outcome === 'BROKEN' && isShort(finding) ? findUnseen(identity, figures) : undefined;
  return [unseen ? explain(unseen) : finding];
}

function findLacking({ scope, relation, lenient, whole, parts }: Identity, group: Group): Selector | undefined {
  const some = lenient ?? (LENIENT.includes(scope) || relation === 'AT_MOST');
  return (
    whole.find((_, at) => !group.wholes[at]) ??
    (group.parts.every((own) => own.length === 0) ? parts[0] : undefined) ??
    (some ? undefined : parts.find((own, at) => !own.optional && !own.lenient && group.parts[at]?.length === 0))
  );
}

function isShort({ difference }: Finding): boolean {
  return difference?.startsWith('-') === true;
}

/** A part whose table the document doesn't have (in 三公, whose column): what the others are short of may stand in it. */
function findUnseen({ scope, parts }: Identity, figures: ReportFigures): Selector | undefined {
  return parts.find((own) => (scope === 'STAGE' ? figures.select(own) : figures.of(own.statement)).length === 0);
}

function groupTerms({ scope, whole, parts }: Identity, figures: ReportFigures): readonly Group[] {
  const groups = new Map<string, Group>();
  const groupOf = (item: LineItem): Group => {
    const key = KEYS[scope](item);
    const known = groups.get(key) ?? { wholes: whole.map(() => undefined), parts: parts.map(() => []) };
    groups.set(key, known);
    return known;
  };
  whole.forEach((own, at) => {
    for (const item of figures.select(own)) groupOf(item).wholes[at] ??= item;
  });
  parts.forEach((own, at) => {
    for (const item of figures.select(own)) groupOf(item).parts[at]?.push(item);
  });
  return [...groups.values()];
}

function instanceOf({ scope, relation = 'EQUAL', parts }: Identity, group: Group): Instance {
  const terms = termsOf(group);
  const isCross = terms.some(({ statement }) => statement !== terms[0]?.statement);
  return {
    whole: group.wholes.filter((item) => item !== undefined),
    alternatives: readingsOf(parts, group.parts),
    relation,
    nameOf: scope === 'ROW' ? nameOfColumn : isCross ? nameInReport : nameOfRow,
  };
}

/** All parts, then those without one or the other of the optional ones. */
function readingsOf(selectors: readonly Selector[], parts: readonly LineItem[][]): readonly LineItem[][] {
  let readings: LineItem[][] = [[]];
  parts.forEach((own, at) => {
    if (own.length === 0) return;
    const joined = readings.map((reading) => [...reading, ...own]);
    readings = selectors[at]?.optional ? [...joined, ...readings] : joined;
  });
  return readings.filter((reading) => reading.length > 0);
}

function termsOf({ wholes, parts }: Group): readonly LineItem[] {
  return [...wholes.filter((item) => item !== undefined), ...parts.flat()];
}

/** The side on which all figures are zero. */
function findEmpty({ whole, parts }: Identity, group: Group): Selector | undefined {
  if (!hasAmount(group.wholes.filter((item) => item !== undefined))) return whole[0];
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
