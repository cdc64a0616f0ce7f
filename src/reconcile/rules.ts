import type { ReconciliationRule } from './identity.js';
import { ACROSS_RULES } from './rules-across.js';
import { BUDGET_RULES } from './rules-budget.js';
import { FINAL_ACCOUNTS_RULES } from './rules-final-accounts.js';
import { INDICATOR_RULES } from './rules-indicator.js';
import { NARRATIVE_RULES } from './rules-narrative.js';
import { ROW_RULES } from './rules-row.js';
import { TABLE_RULES, TREE_RULES } from './rules-table.js';
import { TEMPLATE_TEXT_RULE } from './rules-template-text.js';

/** Every rule, in the order in which findings are listed: inside a row, a tree, a table, then between tables, the text, the points of evaluations. */
export const RULES: readonly ReconciliationRule[] = [
  ...ROW_RULES,
  ...TREE_RULES,
  ...TABLE_RULES,
  ...ACROSS_RULES,
  ...FINAL_ACCOUNTS_RULES,
  ...BUDGET_RULES,
  ...NARRATIVE_RULES,
  ...INDICATOR_RULES,
  TEMPLATE_TEXT_RULE,
];
