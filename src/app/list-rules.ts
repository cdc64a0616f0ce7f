import type { Rule } from '../domain/finding.js';
import { RULES } from '../reconcile/rules.js';

const BY_ID = new Map(
  RULES.map(({ id, kind, title, titleZh, statement }): [string, Rule] => [id, { id, kind, title, titleZh, statement }]),
);

/** What stands for the title of a rule that findings name and that is not among the rules. */
export const RETIRED_TITLE = 'a rule that is applied no longer';
const RETIRED_TITLE_ZH = '已停用的规则';

/** The rules that reports are checked by, in the order of findings. */
export function listRules(): readonly Rule[] {
  return [...BY_ID.values()];
}

export function isRule(id: string): boolean {
  return BY_ID.has(id);
}

/** The rule of a stored finding; of one that is applied no longer only what the finding kept. */
export function ruleOf({ rule, kind }: { readonly rule: string; readonly kind: Rule['kind'] }): Rule {
  return BY_ID.get(rule) ?? { id: rule, kind, title: RETIRED_TITLE, titleZh: RETIRED_TITLE_ZH, statement: null };
}

/** Rules whose two sides are one figure, printed twice. */
const SAME = new Set([
  ...RULES.filter(
    ({ kind, identity }) => kind.startsWith('CROSS_') && identity && (identity.relation ?? 'EQUAL') === 'EQUAL',
  ).map(({ id }) => id),
  ...['NARRATIVE.TABLE', 'NARRATIVE.REPEATED'],
]);

/** Whether a finding that joins two figures says that they state the same. */
export function statesTheSame({ rule }: { readonly rule: string }): boolean {
  return SAME.has(rule);
}
