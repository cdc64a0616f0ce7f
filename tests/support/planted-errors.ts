import type { Finding, Rule } from '../../src/domain/finding.js';
import type { LineItem, Report } from '../../src/domain/report.js';
import { RULES } from '../../src/reconcile/rules.js';
import { reconcile } from '../../src/reconcile/reconcile.js';
import { makeBudget } from './coherent-budget.js';
import { makeFinalAccounts } from './coherent-final-accounts.js';

/** The rules about the statements. */
export const STATEMENT_RULES = RULES.filter(({ kind }) =>
  ['ROW', 'TREE', 'TABLE', 'CROSS_TABLE', 'CROSS_CLASSIFICATION'].includes(kind),
);

const STATEMENT_RULE_IDS = new Set(STATEMENT_RULES.map(({ id }) => id));

/** What the rules about the statements find. */
export function reconcileStatements(report: Report): readonly Finding[] {
  return reconcile(report).filter(({ rule }) => STATEMENT_RULE_IDS.has(rule.id));
}

/** Reports in which everything adds up, of either kind in two templates, with their findings. */
export const COHERENT = (
  [
    ['final accounts of the national template', makeFinalAccounts()],
    ['final accounts with balances, 教育收费 and a basic table with codes', makeFinalAccounts({ other: true })],
    ['a budget of twelve tables', makeBudget()],
    ['a budget with 上年结转, fund columns and lines below 本年收入', makeBudget({ other: true })],
  ] as const
).map(([name, report]) => ({ name, report, findings: reconcileStatements(report) }));

/** What one rule is about, and nothing else. */
interface Isolated {
  readonly report: Report;
  readonly finding: Finding;
  readonly whole: LineItem;
}

const isolated = new Map<string, Isolated>();

/** The figures of the exact finding of a rule that joins most, and of the summaries what tells their roles. */
export function isolate(rule: Pick<Rule, 'id'>): Isolated {
  const own = isolated.get(rule.id) ?? isolateMost(rule);
  isolated.set(rule.id, own);
  return own;
}

function isolateMost({ id }: Pick<Rule, 'id'>): Isolated {
  const exact = COHERENT.flatMap(({ report, findings }) =>
    findings
      .filter(({ rule, outcome }) => rule.id === id && outcome === 'EXACT')
      .map((finding) => ({ report, finding })),
  );
  const [most] = exact.sort((a, b) => b.finding.lineItems.length - a.finding.lineItems.length);
  const whole = most?.finding.lineItems[0];
  if (!most || !whole) throw new Error(`expected an exact finding of ${id}, got none`);
  const { report, finding } = most;
  const kept = new Set([...finding.lineItems, ...finding.lineItems.flatMap((item) => rolesAbove(report, item))]);
  return { report: { ...report, lineItems: report.lineItems.filter((item) => kept.has(item)) }, finding, whole };
}

/** A balance is known as one by 本年合计 above it, which stands below its lines. */
function rolesAbove(report: Report, { statement, side, account, column }: LineItem): readonly LineItem[] {
  if (!/SUMMARY$/.test(statement) || !/结转|结余/.test(account.name)) return [];
  return report.lineItems
    .filter((item) => item.statement === statement && item.side === side && item.column === column)
    .filter((item) => (item.account.code ?? item.account.classification) !== 'BALANCE' || /本年/.test(item.label));
}

/** The report with another amount in one cell. */
export function plant(report: Report, cell: LineItem, fen: bigint): Report {
  const lineItems = report.lineItems.map((item) =>
    item === cell ? { ...item, amount: { ...item.amount, fen: item.amount.fen + fen } } : item,
  );
  return { ...report, lineItems };
}

export function brokenRules(report: Report): string[] {
  const broken = reconcileStatements(report).filter(({ outcome }) => outcome === 'BROKEN');
  return [...new Set(broken.map(({ rule }) => rule.id))];
}

/** What is added to a cell of an exact finding so that the identity is short of (or over) its envelope by `beyond` fen. */
export function gapOf({ expected, actual, tolerance }: Finding, beyond: bigint): bigint {
  return fenOf(actual) - fenOf(expected) + fenOf(tolerance) + beyond;
}

function fenOf(text: string | null): bigint {
  const [whole = '', fraction = ''] = (text ?? '').split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}
