import type { AccountRef } from '../domain/account.js';
import { judgeSum } from '../domain/money.js';
import { FIRST_EDITION, levelOfCode, parentCode } from '../domain/account.js';
import { normaliseName, pathKey } from '../domain/account-path.js';
import type { Classification, Side } from '../domain/closed-lists.js';
import { bareLabel, isNumbered, squeeze } from '../domain/label.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import { findMissingParents } from './code-checks.js';
import type { ReaderReference } from './reader-reference.js';
import type { SettledRow } from './settled-row.js';

/** What a row is about, and whether anything is printed below it. */
export interface RowMeaning {
  readonly account: AccountRef;
  readonly leaf: boolean;
  readonly unitName: string | null;
}

/** A row whose 类 could not be told from its name, or a unit that could not be told from a project. */
export interface RowDoubt {
  readonly row: SettledRow;
  readonly message: string;
}

export interface MeaningContext {
  readonly definition: StatementDefinition;
  readonly sides: readonly (Side | null)[];
  readonly year: number;
  readonly reference: ReaderReference;
  readonly doubt: (doubt: RowDoubt) => void;
}

const TOTAL = /(?:合计|小计|总计)$/;
const BALANCE_ROWS =
  /^(?:本年(?:收入|支出)合计|(?:收入|支出)?(?:合计|总计)|结余分配|.*结转.*|.*结余.*|对附属单位补助(?:支出)?|上缴上级(?:支出)?|(?:事业单位)?经营支出|用事业基金弥补收支差额)$/;
const FUND_ROW = /^(?:一般公共预算|政府性基金|国有资本经营|公共财政预算)/;
const THREE_SUMS = ['三公经费', '公务用车购置及运行费'];
/** The six accounts of the 三公 table in the order of its columns. */
export const THREE_ACCOUNTS = [
  '三公经费',
  '因公出国(境)费',
  '公务用车购置及运行费',
  '公务用车购置费',
  '公务用车运行费',
  '公务接待费',
] as const;

/** The account of a row that prints (or resolves to) a code. */
export function codedAccount(
  context: MeaningContext,
  classification: 'FUNCTIONAL' | 'ECONOMIC',
  code: string,
  name: string,
): AccountRef {
  return {
    classification,
    code,
    key: code,
    parentKey: parentCode(code),
    name,
    level: levelOfCode(code),
    edition: context.reference.editionOf(classification, code, context.year),
  };
}

/** The account of a row without a code, known by its path of names. */
export function namedAccount(
  { definition }: Pick<MeaningContext, 'definition'>,
  classification: Classification,
  side: Side | null,
  path: readonly string[],
): AccountRef {
  const { statement } = definition;
  return {
    classification,
    code: null,
    key: pathKey(statement, side, path),
    parentKey: path.length > 1 ? pathKey(statement, side, path.slice(0, -1)) : null,
    name: path.at(-1) ?? '',
    level: null,
    edition: FIRST_EDITION,
  };
}

/** Expenditure by function has codes that begin with 2, by economic use with 3 (departments) or 5 (governments). */
function isOfClassification(code: string, classification: 'FUNCTIONAL' | 'ECONOMIC'): boolean {
  return classification === 'FUNCTIONAL' ? code.startsWith('2') : /^[35]/.test(code);
}

/** Meanings of the rows of tables with codes, and of lanes: the code's account, or a total; null for a row that is neither. */
export function meaningsOfCoded(context: MeaningContext, rows: readonly SettledRow[]): (RowMeaning | null)[] {
  const { definition, sides } = context;
  const parents = new Set(
    rows.flatMap(({ code }) => (code ? [code.slice(0, 3), code.slice(0, 5)].filter((own) => own !== code) : [])),
  );
  if (definition.classification)
    for (const [parent, row] of findMissingParents(rows))
      context.doubt({ row, message: `expected a row of ${parent} above ${row.code} ${quote(row.label)}, found none` });
  return rows.map((row) => {
    if (row.code && definition.classification && !isOfClassification(row.code, definition.classification)) {
      const wanted = `expected a code of the ${definition.classification.toLowerCase()} classification`;
      context.doubt({ row, message: `${wanted} before ${quote(row.label)}, got ${row.code}: row refused` });
      return null;
    }
    if (row.code && definition.classification)
      return {
        account: codedAccount(context, definition.classification, row.code, row.label),
        leaf: !parents.has(row.code),
        unitName: null,
      };
    const name = normaliseName(row.label);
    if (!TOTAL.test(name)) {
      if (row.label !== '')
        context.doubt({ row, message: `expected an account code before ${quote(row.label)}, got none: row refused` });
      return null;
    }
    return {
      account: namedAccount(context, 'BALANCE', sides[row.sideIndex] ?? null, [name]),
      leaf: false,
      unitName: null,
    };
  });
}

/** Meanings of the rows of two-sided summaries: revenue lines, 类 by their names, balances. */
export function meaningsOfSides(context: MeaningContext, rows: readonly SettledRow[]): (RowMeaning | null)[] {
  const openings = new Map<number, string>();
  const nested = rows.map((row) => {
    const name = normaliseName(row.label);
    const parent = openings.get(row.sideIndex);
    if (/^年初/.test(name)) openings.set(row.sideIndex, name);
    else if (parent && (TOTAL.test(name) || (isNumbered(row.label) && !FUND_ROW.test(name))))
      openings.delete(row.sideIndex);
    else if (parent) return parent;
    return null;
  });
  const parents = new Set(nested);
  return rows.map((row, index) => {
    const side = context.sides[row.sideIndex] ?? null;
    const name = normaliseName(row.label);
    const parent = nested[index] ?? null;
    const details = parents.has(name) && parent === null;
    if (side === 'EXPENDITURE' && isCategoryLine(row.label)) {
      const code = context.reference.categoryByName(row.label, context.year);
      if (code) return { account: codedAccount(context, 'FUNCTIONAL', code, row.label), leaf: true, unitName: null };
      if (isNumbered(row.label)) {
        const merged = /\p{Script=Han}{2}.*[一二三四五六七八九十]、/u.test(
          row.label.replace(/^[一二三四五六七八九十]+、/, ''),
        );
        const end = merged ? ': row refused' : '';
        context.doubt({ row, message: `expected the name of a functional 类, got ${quote(row.label)}${end}` });
        if (merged) return null;
      }
    }
    const revenue = side === 'REVENUE' && parent === null && isRevenueLine(row.label);
    const account = namedAccount(context, revenue ? 'REVENUE' : 'BALANCE', side, parent ? [parent, name] : [name]);
    return { account, leaf: !TOTAL.test(name) && !details, unitName: null };
  });
}

function isCategoryLine(label: string): boolean {
  return !BALANCE_ROWS.test(normaliseName(label));
}

function isRevenueLine(label: string): boolean {
  const name = normaliseName(label);
  if (BALANCE_ROWS.test(name)) return false;
  return isNumbered(label) || /(?:收入|拨款|资金)$/.test(name);
}

/** Meanings of the named rows of a budget's 三公 table. */
export function meaningsOfThreeExpenses(context: MeaningContext, rows: readonly SettledRow[]): RowMeaning[] {
  return rows.map((row) => {
    const name = normaliseName(row.label);
    return {
      account: namedAccount(context, 'BALANCE', null, [name]),
      leaf: !TOTAL.test(name) && !THREE_SUMS.includes(name),
      unitName: null,
    };
  });
}

/** Meaning of a figure of the nameless row of the 三公 table, by the place of its column. */
export function meaningOfThreeColumn(context: MeaningContext, place: number): RowMeaning {
  const name = THREE_ACCOUNTS[place % THREE_ACCOUNTS.length] as string;
  return { account: namedAccount(context, 'BALANCE', null, [name]), leaf: !THREE_SUMS.includes(name), unitName: null };
}

/** Meanings of the rows of a table by unit whose details are economic 类 (基本支出) or projects (项目支出). */
export function meaningsOfUnits(
  context: MeaningContext,
  rows: readonly SettledRow[],
  knownUnits: ReadonlySet<string>,
): RowMeaning[] {
  const basic = context.definition.statement === 'BASIC_EXPENDITURE_BY_UNIT';
  const units = basic ? new Set<SettledRow>() : unitsAmong(context, rows, knownUnits);
  let unitName: string | null = null;
  return rows.map((row): RowMeaning => {
    const bare = bareLabel(row.label);
    if (/^(?:合计|总计)$/.test(bare))
      return { account: namedAccount(context, 'BALANCE', null, ['合计']), leaf: false, unitName: null };
    const summed = bare.endsWith('合计');
    const code = basic ? context.reference.economicCategoryByName(bare.replace(/合计$/, ''), context.year) : undefined;
    if (code)
      return {
        account: codedAccount(context, 'ECONOMIC', code, row.label),
        leaf: !summed,
        unitName: summed ? null : unitName,
      };
    if (basic || units.has(row)) {
      if (basic && summed)
        context.doubt({ row, message: `expected an economic 类 before 合计, got ${quote(row.label)}` });
      unitName = row.label;
      return { account: namedAccount(context, 'BALANCE', null, ['合计']), leaf: false, unitName };
    }
    return { account: namedAccount(context, 'BALANCE', null, ['项目']), leaf: true, unitName };
  });
}

const ORGANISATION =
  /(?:局|委员会|委|办公室|中心|院|所|站|队|校|学校|馆|处|厅|会|机关|本级|\(本级\)|公司|医院|幼儿园)$/;

/**
 * The rows of units in a table of projects: those that another table of the report names, else those without a goal that are
 * called like a body; in either case they must add up to 合计, otherwise that is said.
 */
function unitsAmong(
  context: MeaningContext,
  rows: readonly SettledRow[],
  knownUnits: ReadonlySet<string>,
): Set<SettledRow> {
  const total = rows.find(({ label }) => /^(?:合计|总计)$/.test(bareLabel(label)))?.amounts[0];
  const named = rows.filter(({ label }) => knownUnits.has(squeeze(label)));
  const likely = rows.filter((row) => !row.hasRemark && !row.labelUncertain && ORGANISATION.test(squeeze(row.label)));
  const addsUp = (units: readonly SettledRow[]): boolean => {
    const parts = units.flatMap(({ amounts: [money] }) => (money ? [money] : []));
    return total ? judgeSum(total, parts) !== 'BROKEN' : false;
  };
  const units = [named, likely].find((own) => own.length > 0 && addsUp(own));
  const [first] = likely;
  if (!units && first && total)
    context.doubt({ row: first, message: 'expected units that add up to 合计, got others: a unit may be a project' });
  return new Set(units ?? likely);
}

function quote(label: string): string {
  return `“${label}”`;
}
