import type { ReportKind, Statement } from '../domain/closed-lists.js';
import { REPORT_KINDS } from '../domain/closed-lists.js';
import type { Finding, Rule } from '../domain/finding.js';
import type { LineItem } from '../domain/report.js';
import type { Identity, ReconciliationRule } from './identity.js';
import { nameOfRow, punctuate } from './identity.js';
import { judgeInstance } from './instance.js';
import { findNothing } from './not-evaluable.js';
import type { ReportFigures } from './report-figures.js';
import { groupBy } from '../domain/group-by.js';
import { shortNameOf } from './statement-names.js';

/**
 * The rule that every row equals what is printed one level below it, in every column: 合计 its 类, each 类 its 款, each 款 its 项. Where a
 * level is left out, rows belong to the next one above that is printed. Rows without a code belong to the row that their path names.
 */
export function makeTree(
  statement: Statement,
  { title, titleZh = punctuate(title) }: Pick<Identity, 'title' | 'titleZh'>,
  reports: readonly ReportKind[] = REPORT_KINDS,
): ReconciliationRule {
  const rule: Rule = { id: `${statement}.TREE`, kind: 'TREE', title, titleZh, statement };
  return {
    ...rule,
    reports,
    identity: null,
    evaluate: (figures) => {
      const families = findFamilies(figures.of(statement), `${statement}/合计`);
      if (families.length === 0) return [findNothing(rule, { statement, called: 'rows below others' }, figures, [])];
      return families.map((family) => judgeFamily(rule, family, figures));
    },
  };
}

interface Family {
  readonly whole: LineItem;
  readonly parts: LineItem[];
}

function judgeFamily(rule: Rule, { whole, parts }: Family, figures: ReportFigures): Finding {
  const nameOf = (item: LineItem): string =>
    item === whole ? `${shortNameOf(item.statement)} ${item.columnLabel} ${nameOfRow(item)}` : nameOfRow(item);
  return judgeInstance(rule, { whole: [whole], alternatives: [parts], relation: 'EQUAL', nameOf }, figures);
}

function findFamilies(items: readonly LineItem[], totalKey: string): readonly Family[] {
  return [...groupBy(items, ({ column }) => column).values()].flatMap((column) => familiesOf(column, totalKey));
}

/** In the order of the wholes as printed. */
function familiesOf(column: readonly LineItem[], totalKey: string): readonly Family[] {
  const families = new Map<LineItem, Family>();
  const codes = new Map<string, LineItem>();
  for (const item of column)
    if (item.account.code !== null && !codes.has(item.account.code)) codes.set(item.account.code, item);
  const total = column.find(({ account }) => account.key === totalKey);
  const paths = new Map<string, LineItem>();
  for (const item of column) {
    const parent =
      item === total ? undefined : (parentOf(item, codes, paths) ?? (isTopLevel(item) ? total : undefined));
    if (item.account.code === null) paths.set(item.account.key, item);
    if (!parent) continue;
    const family = families.get(parent) ?? { whole: parent, parts: [] };
    family.parts.push(item);
    families.set(parent, family);
  }
  return column.flatMap((item) => families.get(item) ?? []);
}

/** Rows without a code and path that are no lines of revenue are totals and balances. */
function isTopLevel({ account }: LineItem): boolean {
  return account.code !== null || (account.classification === 'REVENUE' && account.parentKey === null);
}

function parentOf(
  { account }: LineItem,
  codes: ReadonlyMap<string, LineItem>,
  paths: ReadonlyMap<string, LineItem>,
): LineItem | undefined {
  if (account.code === null) return account.parentKey === null ? undefined : paths.get(account.parentKey);
  for (let length = account.code.length - 1; length >= 3; length--) {
    const parent = codes.get(account.code.slice(0, length));
    if (parent) return parent;
  }
  return undefined;
}
