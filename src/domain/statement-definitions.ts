import { BUDGET_STATEMENTS } from './budget-statements.js';
import type { ReportKind, Stage } from './closed-lists.js';
import { FINAL_ACCOUNTS_STATEMENTS } from './final-accounts-statements.js';
import type { ColumnDefinition, StatementDefinition } from './statement-columns.js';

/** Every known statement template, final accounts first. */
export const STATEMENT_DEFINITIONS: readonly StatementDefinition[] = [
  ...FINAL_ACCOUNTS_STATEMENTS,
  ...BUDGET_STATEMENTS,
];

/**
 * The stage of a column: that of the report's kind, unless its head or the definition names another. Null where the table's note
 * has to say which budget it is (三公).
 */
export function stageOf(kind: ReportKind, column: ColumnDefinition | null, label: string): Stage | null {
  if (column?.stage === 'BUDGET') return null;
  if (kind === 'BUDGET' || column?.stage === 'OUTTURN') return kind === 'BUDGET' ? 'ORIGINAL_BUDGET' : 'OUTTURN';
  const budget = /(?:年初|全年|调整后?)?预算(?:数|$)/.exec(label)?.[0];
  if (!budget) return 'OUTTURN';
  return /全年|调整/.test(budget) ? 'REVISED_BUDGET' : 'ORIGINAL_BUDGET';
}
