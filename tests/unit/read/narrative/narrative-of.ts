import type { AccountRef } from '../../../../src/domain/account.js';
import { levelOfCode, parentCode } from '../../../../src/domain/account.js';
import type { ReportKind } from '../../../../src/domain/closed-lists.js';
import type { LineItem, ReportedFact } from '../../../../src/domain/report.js';
import { splitText } from '../../../../src/read/media/text-lines.js';
import type { Narrative } from '../../../../src/read/narrative/read-narrative.js';
import { readNarrative } from '../../../../src/read/narrative/read-narrative.js';
import type { PrintedLine } from '../../../../src/read/printed-line.js';

export interface NarrativeWish {
  readonly kind?: ReportKind;
  readonly year?: number;
  readonly department?: string;
  /** Codes and names that the report's tables have. */
  readonly functional?: readonly (readonly [string, string])[];
  readonly economic?: readonly (readonly [string, string])[];
  readonly lineItems?: readonly LineItem[];
}

/** What is read of running text in a report of 武汉市江岸区示范管理局, 2020 unless wished otherwise. */
export function narrativeOf(text: string | readonly PrintedLine[], wish: NarrativeWish = {}): Narrative {
  const { kind = 'FINAL_ACCOUNTS', year = 2020, department = '武汉市江岸区示范管理局' } = wish;
  const heading = { kind, year, department, title: `${department}${year}年部门决算`, unitScope: 'DEPARTMENT' };
  const items = [
    ...(wish.functional ?? []).map(([code, name]) => itemOf('FUNCTIONAL', code, name)),
    ...(wish.economic ?? []).map(([code, name]) => itemOf('ECONOMIC', code, name)),
    ...(wish.lineItems ?? []),
  ];
  return readNarrative(typeof text === 'string' ? splitText(text) : text, new Set(), heading, items);
}

/** The facts in short: what they are about, kind, base, stage and value (`PROCUREMENT AMOUNT OUTTURN 5万元`); the year where it is another. */
export function factsOf(text: string | readonly PrintedLine[], wish: NarrativeWish = {}): string[] {
  return narrativeOf(text, wish).facts.map((fact) => inShort(fact, wish.year ?? 2020));
}

/** One fact in short. */
export function inShort({ metric, account, label, kind, base, stage, year, value, valueUnit }: ReportedFact, usual: number): string {
  return [metric ?? account?.code ?? account?.key ?? label, kind, base, stage, year === usual ? null : year, value + valueUnit]
    .filter((part) => part !== null)
    .join(' ');
} // prettier-ignore

function itemOf(classification: 'FUNCTIONAL' | 'ECONOMIC', code: string, name: string): LineItem {
  const account: AccountRef = {
    ...{ classification, code, key: code, parentKey: parentCode(code), name, level: levelOfCode(code), edition: 2007 },
  };
  return {
    ...{ statement: 'EXPENDITURE', side: null, row: 0, flow: 'EXPENDITURE', stage: 'OUTTURN', fund: 'ALL', part: 'TOTAL' },
    ...{ column: 1, columnLabel: '', label: name, labelUncertain: false, leaf: true, unitName: null, account },
    amount: { fen: 0n, unit: 'WAN_YUAN', decimals: 2 },
    source: { table: null, section: null, line: 1, page: null, text: '' },
  } as LineItem;
} // prettier-ignore
