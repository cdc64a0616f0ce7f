import { AppError } from '../domain/app-error.js';
import type { PrintedUnit, UnitBasis } from '../domain/closed-lists.js';
import { squeeze } from '../domain/label.js';
import type { Money } from '../domain/money.js';
import type { Issue, Source } from '../domain/report.js';
import { UNIT_NAMES } from './furniture.js';
import { readNumber, toMoney } from './printed-number.js';
import type { PrintedLine } from './printed-line.js';
import type { StatementTable } from './statement-table.js';

/** A table in a unit that is settled. */
export interface MeasuredTable extends StatementTable {
  readonly unit: PrintedUnit;
  readonly unitBasis: UnitBasis;
}

const UNITS: readonly PrintedUnit[] = ['YUAN', 'QIAN_YUAN', 'WAN_YUAN', 'YI_YUAN'];
const SUMS = /^(?:.*(?:总计|合计)|三公经费)$/;

/**
 * The unit of each table: the stated one; else that in which its totals are those of tables that state theirs; else that of all
 * the others; where none states any, the one in which the text repeats the totals ("总收入1344.33万元"). A table whose stated unit
 * the totals of others contradict is refused; so are all where the text repeats their totals in another unit only.
 * @throws AppError UNREADABLE_DOCUMENT where no unit can be told
 */
export function decideUnits(
  tables: readonly StatementTable[],
  lines: readonly PrintedLine[],
): { readonly tables: readonly MeasuredTable[]; readonly issues: readonly Issue[] } {
  const stated = tables.flatMap((table) => (table.unit === null ? [] : [{ table, unit: table.unit }]));
  if (stated.length === 0) return measureByText(tables, lines);
  refuseWhereTextContradicts(tables, stated, lines);
  const doubtful = stated.filter((own) => isContradicted(own, stated));
  const trusted = stated.filter((own) => !doubtful.includes(own));
  const measured: MeasuredTable[] = [];
  const issues: Issue[] = doubtful.map(({ table, unit }) =>
    issueOf(
      table,
      `expected the totals of other tables, got others by a power of ten in the stated unit ${unit}: table refused`,
    ),
  );
  for (const own of trusted)
    if (isAlone(own, trusted))
      issues.push(
        issueOf(
          own.table,
          `expected the unit of the other tables, got ${own.unit}, and no total that proves it: read as stated`,
        ),
      );
  for (const own of trusted) if (isImplausible(own)) issues.push(issueOf(own.table, IMPLAUSIBLE));
  for (const table of tables) {
    if (doubtful.some((own) => own.table === table)) continue;
    const own = table.unit === null ? inferUnit(table, trusted) : { unit: table.unit, unitBasis: 'STATED' as const };
    if (own) measured.push({ ...table, ...own });
    const said = own
      ? sentenceOf(own, table)
      : 'expected a unit such as 单位：万元, got none, and other tables in several: table refused';
    if (said !== null) issues.push(issueOf(table, said));
  }
  if (measured.length === 0)
    throw new AppError(
      'UNREADABLE_DOCUMENT',
      `expected tables whose units agree, got totals that differ by a power of ten`,
    );
  return { tables: measured, issues };
}

interface StatedTable {
  readonly table: StatementTable;
  readonly unit: PrintedUnit;
}

/** Whether more tables have its totals in another unit than have them in its own. */
function isContradicted(own: StatedTable, all: readonly StatedTable[]): boolean {
  const others = all.filter((other) => other !== own);
  const agree = others.filter((other) => sharesTotal(own.table, own.unit, other)).length;
  const differ = others.filter(
    (other) =>
      !sharesTotal(own.table, own.unit, other) &&
      UNITS.some((unit) => unit !== own.unit && sharesTotal(own.table, unit, other)),
  ).length;
  return differ > agree;
}

/** In fen: 1万元 and 1万亿元, between which what a department spends in a year lies. */
const [LEAST_TOTAL, MOST_TOTAL] = [1_000_000n, 100_000_000_000_000n];
const IMPLAUSIBLE =
  'expected a total between 1万元 and 1万亿元, got another in the stated unit, which may be wrong: read as stated';

/** Whether the largest total of a table of a department's whole money is none that a department has. */
function isImplausible({ table, unit }: StatedTable): boolean {
  if (table.definition.statement !== 'REVENUE_EXPENDITURE_SUMMARY') return false;
  const fen = sumsOf(table).flatMap((decimal) => toMoney(decimal, unit)?.fen ?? []);
  const most = fen.reduce((greatest, own) => (own > greatest ? own : greatest), 0n);
  return most > MOST_TOTAL || (most > 0n && most < LEAST_TOTAL);
}

/** Whether a table's unit is that of hardly another, and none of its totals is found elsewhere. */
function isAlone(own: StatedTable, all: readonly StatedTable[]): boolean {
  const others = all.filter((other) => other !== own);
  const same = others.filter(({ unit }) => unit === own.unit).length;
  return (
    same * 2 < others.length &&
    hasAmounts(own.table) &&
    !others.some((other) => sharesTotal(own.table, own.unit, other))
  );
}

function hasAmounts({ rows }: StatementTable): boolean {
  return rows.some(({ cells }) => cells.some((cell) => /[1-9]/.test(cell)));
}

function inferUnit(
  table: StatementTable,
  stated: readonly StatedTable[],
): { readonly unit: PrintedUnit; readonly unitBasis: UnitBasis } | null {
  const [usual, another] = [...new Set(stated.map(({ unit }) => unit))];
  const fits = UNITS.filter((unit) => stated.some((other) => sharesTotal(table, unit, other)));
  const [proven] = fits;
  if (usual && fits.includes(usual) && another === undefined) return { unit: usual, unitBasis: 'TOTALS' };
  if (proven && fits.length === 1) return { unit: proven, unitBasis: 'TOTALS' };
  return usual && another === undefined && fits.length === 0 ? { unit: usual, unitBasis: 'OTHER_TABLES' } : null;
}

/** What has to be said of a unit that is not stated: nothing where the totals prove the usual one. */
function sentenceOf(
  { unit, unitBasis }: Pick<MeasuredTable, 'unit' | 'unitBasis'>,
  table: StatementTable,
): string | null {
  if (unitBasis !== 'OTHER_TABLES' || totalsOf(table, unit).size === 0) return null;
  return `expected a unit such as 单位：万元 above the table, got none: read as ${unit}, the unit of the other tables`;
}

/** Totals in another unit than the stated one: fewer may be a slip of the text, where the tables' own are plausible. */
const LEAST_REPEATED = 2;

function refuseWhereTextContradicts(
  tables: readonly StatementTable[],
  stated: readonly StatedTable[],
  lines: readonly PrintedLine[],
): void {
  const repeated = unitsInText(tables, lines);
  const [[unit, totals] = [null, new Set<string>()], another] = repeated;
  const least = stated.some(isImplausible) ? 1 : LEAST_REPEATED;
  if (unit === null || another || totals.size < least || stated.some((own) => own.unit === unit)) return;
  throw new AppError(
    'UNREADABLE_DOCUMENT',
    `expected tables in the unit in which the text repeats their totals, ${unit}, got ${stated[0]?.unit} stated above them`,
  );
}

/** What no table states has to be said once. */
function measureByText(
  tables: readonly StatementTable[],
  lines: readonly PrintedLine[],
): { readonly tables: readonly MeasuredTable[]; readonly issues: readonly Issue[] } {
  const [unit, another] = unitsInText(tables, lines).keys();
  const [first] = tables;
  if (!unit || another || !first)
    throw new AppError(
      'UNREADABLE_DOCUMENT',
      'expected one unit of money such as 单位：万元, got none, and no total that the text repeats',
    );
  const message = `expected a unit such as 单位：万元 above a table, got none: read as ${unit}, in which the text repeats the totals`;
  return {
    tables: tables.map((table) => ({ ...table, unit, unitBasis: 'NARRATIVE' as const })),
    issues: first.rows.length > 0 ? [issueOf(first, message)] : [],
  };
}

/** Whether a total of the table, read in `unit`, is one of the other table; round amounts prove nothing. */
function sharesTotal(table: StatementTable, unit: PrintedUnit, other: StatedTable): boolean {
  const theirs = totalsOf(other.table, other.unit);
  return [...totalsOf(table, unit)].some((fen) => theirs.has(fen));
}

const known = new WeakMap<StatementTable, Map<PrintedUnit, ReadonlySet<string>>>();

/** Totals of a table in fen that have four digits or more before their last zeros. */
function totalsOf(table: StatementTable, unit: PrintedUnit): ReadonlySet<string> {
  const own = known.get(table) ?? new Map<PrintedUnit, ReadonlySet<string>>();
  known.set(table, own);
  const found =
    own.get(unit) ??
    new Set(
      withLanesAdded(
        table,
        sumsOf(table).flatMap((decimal) => toMoney(decimal, unit) ?? []),
      )
        .map((fen) => fen.toString())
        .filter((fen) => fen.replace(/0+$/, '').length >= 4),
    );
  own.set(unit, found);
  return found;
}

/** 人员经费合计 and 公用经费合计 together are a total that other tables print. */
function withLanesAdded({ definition }: StatementTable, sums: readonly Money[]): bigint[] {
  const fen = sums.map((money) => money.fen);
  return definition.shape === 'LANES' ? [...fen, fen.reduce((sum, own) => sum + own, 0n)] : fen;
}

function sumsOf({ rows, definition }: StatementTable): string[] {
  return rows
    .filter(({ label }) => definition.shape === 'NAMELESS' || SUMS.test(squeeze(label)))
    .flatMap(({ cells }) => cells.map(readNumber))
    .flatMap((own) => (own.kind === 'VALUE' ? [own.decimal] : []));
}

/** The units in which the text repeats totals of the two-sided tables, each with those that it repeats. */
function unitsInText(
  tables: readonly StatementTable[],
  lines: readonly PrintedLine[],
): ReadonlyMap<PrintedUnit, ReadonlySet<string>> {
  const totals = tables
    .filter(({ definition }) => definition.shape === 'SIDES')
    .flatMap(sumsOf)
    .filter((decimal) => /[1-9]\d/.test(decimal))
    .map(withoutZeros);
  const addTotal = (total: string, unit: PrintedUnit): void => {
    if (totals.includes(total)) units.set(unit, (units.get(unit) ?? new Set()).add(total));
  };
  const units = new Map<PrintedUnit, Set<string>>();
  for (const { squeezed, cells } of lines)
    for (const [, amount = '', name = ''] of cells ? [] : squeezed.matchAll(/(\d[\d,]*(?:\.\d+)?)([千万亿]?元)/g))
      addTotal(withoutZeros(amount.replaceAll(',', '')), UNIT_NAMES[name] as PrintedUnit);
  return units;
}

/** Two prints of one amount may differ in the zeros after the point (36144.80, 36144.8). */
function withoutZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

function issueOf({ title, definition, rows: [row] }: StatementTable, message: string): Issue {
  const source: Source = {
    table: title,
    section: null,
    line: row?.line ?? 0,
    page: row?.page ?? null,
    text: row?.text ?? '',
  };
  return { message, statement: definition.statement, source };
}
