import type { AccountLevel, PrintedItemFragment, ReportFindingFragment } from '../../../src/web/page/generated/graphql';

const ITEM: PrintedItemFragment = {
  id: 'a',
  label: '合计',
  labelUncertain: false,
  amount: '0.00',
  unitName: null,
  flow: 'EXPENDITURE',
  fund: 'GENERAL_PUBLIC',
  part: 'TOTAL',
  leaf: true,
  statement: 'GENERAL_PUBLIC_EXPENDITURE',
  stage: 'OUTTURN',
  column: 1,
  columnLabel: '合计',
  account: { id: 'account', code: null, name: '合计', level: null, classification: 'BALANCE', edition: 2007 },
  source: { line: 1, page: null, table: null, text: '' },
};

type Said = Partial<Omit<PrintedItemFragment, 'account' | 'source'>> & {
  readonly code?: string;
  readonly line?: number;
};

/** A printed figure of which only what matters is said. */
export function printItem({ code, line = 1, ...said }: Said): PrintedItemFragment {
  const account = code === undefined ? ITEM.account : { ...ITEM.account, code, level: levelOf(code) };
  return { ...ITEM, ...said, account, source: { ...ITEM.source, line } };
}

function levelOf(code: string): AccountLevel {
  return code.length === 3 ? 'CATEGORY' : code.length === 5 ? 'GROUP' : 'ITEM';
}

const FINDING: ReportFindingFragment = {
  id: 'finding',
  outcome: 'EXACT',
  expected: null,
  actual: null,
  difference: null,
  tolerance: null,
  unit: 'WAN_YUAN',
  message: '',
  messageZh: '',
  rule: { id: 'RULE', kind: 'TREE', title: '', titleZh: '', statement: null },
  source: { line: 1, page: null, section: null, table: null, text: '' },
  lineItems: [],
};

/** What came of a check, of these figures: the whole first. */
export function find(
  outcome: ReportFindingFragment['outcome'],
  items: readonly string[],
  rule: Partial<ReportFindingFragment['rule']> = {},
): ReportFindingFragment {
  return {
    ...FINDING,
    id: `${outcome} ${items.join()} ${rule.id ?? ''}`,
    outcome,
    rule: { ...FINDING.rule, ...rule },
    lineItems: items.map((id) => ({
      id,
      statement: 'GENERAL_PUBLIC_EXPENDITURE',
      label: id,
      columnLabel: '',
      amount: '0',
    })),
  };
}
