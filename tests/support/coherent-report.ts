import { levelOfCode, parentCode } from '../../src/domain/account.js';
import type { AccountRef } from '../../src/domain/account.js';
import { normaliseName, pathKey } from '../../src/domain/account-path.js';
import type { Flow, Fund, Part, ReportKind, Side, Stage, Statement } from '../../src/domain/closed-lists.js';
import { isNumbered } from '../../src/domain/label.js';
import type { LineItem, Report } from '../../src/domain/report.js';

export type Column = readonly [columnLabel: string, flow: Flow | null, fund: Fund | null, part: Part, stage?: Stage];

/** A printed row: its amounts in fen by column, null for an empty cell. */
export interface Row {
  readonly label: string;
  readonly account: AccountRef;
  readonly amounts: readonly (bigint | null)[];
  readonly unitName?: string;
}

/** Amounts of 万元 with two decimals, in fen; no two draws are alike. */
export function makeDraw(seed: number): (most?: number) => bigint {
  const drawn = new Set<bigint>();
  let state = BigInt(seed);
  return (most = 900) => {
    for (;;) {
      state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
      const amount = (101n + ((state >> 24n) % BigInt(most * 100))) * 10_000n;
      if (drawn.has(amount)) continue;
      drawn.add(amount);
      return amount;
    }
  };
}

export function add(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, own) => sum + own, 0n);
}

/** `count` unlike parts of an amount, each of whole hundredths of 万元. */
export function split(amount: bigint, count: number): bigint[] {
  const weights = Array.from({ length: count }, (_, at) => BigInt(at + 2));
  const unit = add(weights) * 10_000n;
  const parts = weights.slice(1).map((weight) => (amount / unit) * weight * 10_000n);
  return [amount - add(parts), ...parts];
}

/** 合计, 类, 款 and 项 of amounts by 项 (or 款), as a table with codes prints them. */
export function treeRows(
  statement: Statement,
  items: ReadonlyMap<string, readonly bigint[]>,
  { total = '合计', side = null }: { readonly total?: string | null; readonly side?: Side | null } = {},
): Row[] {
  const shortest = [...items.keys()][0]?.length ?? 0;
  const codes = new Set([...items.keys()].flatMap((code) => [3, 5, 7].map((length) => code.slice(0, length))));
  const own = [...codes].sort().filter((code) => code.length <= shortest);
  const sumOf = (prefix: string): bigint[] => {
    const rows = [...items].flatMap(([code, amounts]) => (code.startsWith(prefix) ? [amounts] : []));
    return (rows[0] ?? []).map((_, at) => add(rows.map((amounts) => amounts[at] ?? 0n)));
  };
  const classification = shortest === 5 ? 'ECONOMIC' : 'FUNCTIONAL';
  return [
    ...(total ? [{ label: total, account: named(statement, side, [total]), amounts: sumOf('') }] : []),
    ...own.map((code) => ({
      label: nameOf(code),
      account: coded(classification, code),
      amounts: sumOf(code),
    })),
  ];
}

/** Names of accounts that a rule knows by their names. */
const NAMES: Readonly<Record<string, string>> = { 30113: '住房公积金' };

export function nameOf(code: string): string {
  return NAMES[code] ?? `科目${code}`;
}

export function coded(classification: 'FUNCTIONAL' | 'ECONOMIC', code: string): AccountRef {
  const name = nameOf(code);
  const level = levelOfCode(code);
  return { classification, code, key: code, parentKey: parentCode(code), name, level, edition: 2018 };
}

/** The account of a row without a code, with the key that the reader writes. */
export function named(statement: Statement, side: Side | null, path: readonly string[]): AccountRef {
  const names = path.map(normaliseName);
  const own = path.at(-1) ?? '';
  const revenue = side === 'REVENUE' || statement === 'NON_TAX_REVENUE';
  const balance = /合计$|总计$|结转|结余|用事业基金/.test(names.at(-1) ?? '');
  const line = revenue && path.length === 1 && !balance && (isNumbered(own) || /(?:收入|拨款)$/.test(own));
  return {
    classification: line || (statement === 'NON_TAX_REVENUE' && path.length > 1) ? 'REVENUE' : 'BALANCE',
    code: null,
    key: pathKey(statement, side, names),
    parentKey: names.length > 1 ? pathKey(statement, side, names.slice(0, -1)) : null,
    name: names.at(-1) ?? '',
    level: null,
    edition: 2007,
  };
}

/** The figures of one table, or of one side of it; rows stand on lines of their own. */
export function printTable(
  kind: ReportKind,
  statement: Statement,
  side: Side | null,
  columns: readonly Column[],
  rows: readonly Row[],
): LineItem[] {
  const usual: Stage = kind === 'BUDGET' ? 'ORIGINAL_BUDGET' : 'OUTTURN';
  return rows.flatMap(({ label, account, amounts, unitName = null }, row) =>
    columns.flatMap(([columnLabel, flow, fund, part, stage = usual], at) => {
      const fen = amounts[at] ?? null;
      if (fen === null) return [];
      const source = { table: statement, section: null, line: 1 + row, page: null, text: label };
      return [
        {
          ...{ statement, side, row, flow, stage, fund, part, column: at + 1, columnLabel, label },
          ...{ labelUncertain: false, leaf: true, unitName, account, source },
          amount: { fen, unit: 'WAN_YUAN' as const, decimals: 2 },
        },
      ];
    }),
  );
}

/** A report of the given tables, one below the other. */
export function bindReport(kind: ReportKind, year: number, tables: readonly (readonly LineItem[])[]): Report {
  let next = 100;
  const starts = new Map<Statement, number>();
  for (const [first] of tables) {
    if (!first || starts.has(first.statement)) continue;
    starts.set(first.statement, next);
    next += 200;
  }
  const lineItems = tables.flat().map((item) => ({
    ...item,
    row: item.side === 'EXPENDITURE' || item.side === 'OPERATING' ? item.row + 100 : item.row,
    source: { ...item.source, line: (starts.get(item.statement) ?? 0) + item.source.line },
  }));
  return {
    ...{
      sha256: '0'.repeat(64),
      placeInDocument: 0,
      readerVersion: 1,
      kind,
      title: `某部门${year}年`,
      department: '某部门',
    },
    ...{ district: '000000', year, unitScope: 'DEPARTMENT', statements: [], lineItems, evaluations: [] },
    ...{ reportedFacts: [], issues: [], templateTexts: [] },
  };
}
