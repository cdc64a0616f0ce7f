import type { Fund, Side } from '../domain/closed-lists.js';
import type { ColumnDefinition, RowIdentity, StatementDefinition } from '../domain/statement-columns.js';
import { STATEMENT_DEFINITIONS } from '../domain/statement-definitions.js';
import type { ReconciliationRule } from './identity.js';
import { makeIdentity } from './identity.js';
import type { Selector } from './selector.js';
import { shortNameOf } from './statement-names.js';

/** Columns that some publishers print beside those that they join, others instead of them. */
const JOINED: readonly Fund[] = ['FISCAL_ACCOUNT', 'OWN_FUNDS'];

/** Identities inside a row, from the columns of the statements; 三公 has its accounts in them and rules of its own. */
export const ROW_RULES: readonly ReconciliationRule[] = [
  ...STATEMENT_DEFINITIONS.filter(({ statement }) => statement !== 'THREE_OFFICIAL_EXPENSES').flatMap(rulesOf),
  ...(['GOVERNMENT_FUND', 'GENERAL_PUBLIC_EXPENDITURE', 'STATE_CAPITAL'] as const).map((statement) =>
    makeIdentity({
      id: `${statement}.ROW.BALANCE`,
      kind: 'ROW',
      title: `${shortNameOf(statement)}: 年初结转和结余 + 本年收入 ≈ 本年支出 + 年末结转和结余`,
      reports: ['FINAL_ACCOUNTS'],
      scope: 'ROW',
      lenient: false,
      whole: [
        { statement, part: 'TOTAL', flow: 'EXPENDITURE' },
        { statement, part: 'CLOSING' },
      ],
      parts: [
        { statement, part: 'OPENING' },
        { statement, part: 'TOTAL', flow: 'REVENUE' },
      ],
    }),
  ),
];

function rulesOf(definition: StatementDefinition): ReconciliationRule[] {
  const { statement, kind, rowIdentities } = definition;
  const sides = Object.entries(definition.columns) as [Side | 'NONE', readonly ColumnDefinition[]][];
  const [side, columns] = sides.find(([, own]) => own.length > 1) ?? ['NONE', []];
  const termOf = (place: number): Selector => {
    const { flow, fund, part, optional } = columns[place] as ColumnDefinition;
    const isSubtotal = optional && JOINED.includes(fund);
    return { statement, ...(side !== 'NONE' && { side }), flow, fund, part, ...(isSubtotal && { optional }) };
  };
  const nameAt = (place: number): string => columns[place]?.heads[0] ?? '';
  return rowIdentities.flatMap(({ total, parts }: RowIdentity, at) =>
    (['WHOLE', 'EACH'] as const)
      .filter((units) => units === 'WHOLE' || definition.shape === 'BY_UNIT')
      .map((units) =>
        makeIdentity({
          id: [
            kind === 'BUDGET' ? 'BUDGET' : '',
            statement,
            'ROW',
            at > 0 ? at + 1 : '',
            units === 'EACH' ? 'UNITS' : '',
          ]
            .filter((word) => word !== '')
            .join('.'),
          kind: 'ROW',
          title: `${shortNameOf(statement)}: ${nameAt(total)} ≈ ${parts.map(nameAt).join(' + ')}`,
          reports: [kind],
          scope: 'ROW',
          whole: [{ ...termOf(total), units }],
          parts: parts.map((place) => ({ ...termOf(place), units })),
        }),
      ),
  );
}
