import { BUDGET_STATEMENTS } from './budget-statements.js';
import type { ReportKind, Stage } from './closed-lists.js';
import { FINAL_ACCOUNTS_STATEMENTS } from './final-accounts-statements.js';
import type { ColumnDefinition, StatementDefinition } from './statement-columns.js';

/** Every known statement template, final accounts first. */
export const STATEMENT_DEFINITIONS: readonly StatementDefinition[] = [
  ...FINAL_ACCOUNTS_STATEMENTS,
  ...BUDGET_STATEMENTS,
];

/** The stage of a column where the report's kind decides it; null where the table's note has to (三公 budget columns). */
export function stageOf(kind: ReportKind, column: ColumnDefinition | null): Stage | null {
  if (column?.stage === 'BUDGET') return null;
  return kind === 'BUDGET' ? 'ORIGINAL_BUDGET' : 'OUTTURN';
}
