import type { PrintedUnit, ReportKind, Side, Stage } from '../domain/closed-lists.js';
import { squeeze } from '../domain/label.js';
import type { Issue, LineItem, Source, StatementReading } from '../domain/report.js';
import { stageOf } from '../domain/statement-definitions.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import { gatherRows } from './gather-rows.js';
import type { GatheredRow } from './gather-rows.js';
import { meaningsOfNonTax } from './non-tax-rows.js';
import { printsDecimals } from './printed-number.js';
import type { MoneyColumn } from './printed-row.js';
import type { ReaderReference } from './reader-reference.js';
import type { MeaningContext, RowMeaning } from './row-accounts.js';
import {
  meaningOfThreeColumn,
  meaningsOfCoded,
  meaningsOfSides,
  meaningsOfThreeExpenses,
  meaningsOfUnits,
} from './row-accounts.js';
import { contradictsHeads, isOddlyPrinted, judgeRow, usualDecimals } from './row-checks.js';
import { settleCells } from './settle-cells.js';
import type { SettledRow } from './settled-row.js';
import type { StatementTable } from './statement-table.js';
import type { MeasuredTable } from './table-units.js';

export interface StatementLines {
  readonly reading: StatementReading;
  readonly lineItems: readonly LineItem[];
  readonly issues: readonly Issue[];
}

export interface LinesContext {
  readonly kind: ReportKind;
  readonly year: number;
  readonly reference: ReaderReference;
  /** Units that other tables of the report name, squeezed. */
  readonly knownUnits: ReadonlySet<string>;
  /** Numbers of the lines whose numbers are kept as such: how they are printed tells nothing. */
  readonly storedNumbers: ReadonlySet<number>;
}

/** Line items of one recognised statement, in printed order, and what could not be read of it. */
export function readStatementLines(table: MeasuredTable, context: LinesContext): StatementLines {
  const { definition, sides } = table;
  const issues: Issue[] = [];
  const report = (message: string, source: Source): void => {
    issues.push({ message, statement: definition.statement, source });
  };
  const { unit } = table;
  const gathered = gatherRows(definition, table.rows).filter((row) => !isHeading(row));
  const pointed = printsDecimals(table.rows.flatMap(({ cells }) => cells));
  const settled = gathered.map((row) =>
    settleRow(row, table, { unit, pointed: pointed && !context.storedNumbers.has(row.line) }, report),
  );
  const doubtful = judgeRows(table, settled, context, report);
  const rows = settled.map(({ row }) => (doubtful ? { ...row, amounts: row.amounts.map(() => null) } : row));
  const meaning: MeaningContext = {
    definition,
    sides: sides.map(({ side }) => side),
    year: context.year,
    reference: context.reference,
    doubt: ({ row, message }) => report(message, sourceOf(table, row)),
  };
  const meanings = meaningsOf(meaning, rows, context.knownUnits);
  const staged = sides.some(({ columns }) => columns.some((column) => column.definition?.stage === 'BUDGET'));
  const budgetStage = staged ? noteStage(table, report, rows[0]) : null;
  reportUnknownColumns(table, rows[0], report);
  if (definition.shape === 'NAMELESS' && table.title === null && rows[0])
    report('expected a title that says whose money this is, got none: taken as 一般公共预算', sourceOf(table, rows[0]));
  const lineItems = rows.flatMap((row, index) =>
    (sides[row.sideIndex]?.columns ?? []).flatMap((column, at): LineItem[] => {
      const amount = row.amounts[at];
      if (!amount) return [];
      const own = definition.shape === 'NAMELESS' ? meaningOfThreeColumn(meaning, column.place ?? 0) : meanings[index];
      if (!own) return [];
      return [
        {
          ...coordinates(definition, sides[row.sideIndex]?.side ?? null, column, fundOf(table, column)),
          stage: stageOf(context.kind, column.definition, column.label) ?? budgetStage ?? 'ORIGINAL_BUDGET',
          row: index,
          label: definition.shape === 'NAMELESS' && row.label === '' ? column.leafHead : row.label,
          labelUncertain: row.labelUncertain,
          leaf: own.leaf,
          unitName: own.unitName,
          account: own.account,
          amount,
          source: sourceOf(table, row.places?.[at] ?? row),
        },
      ];
    }),
  );
  return {
    reading: {
      statement: definition.statement,
      title: table.title,
      recognisedBy: table.recognisedBy,
      unit,
      unitBasis: table.unitBasis,
      confidence: confidenceOf(table),
      rowsSeen: gathered.length,
      rowsRead: doubtful ? 0 : settled.filter(({ refused }, index) => !refused && meanings[index] !== null).length,
    },
    lineItems,
    issues,
  };
}

/** How sure it is what the table is: of title, heads and unit, how many are printed or proven. */
function confidenceOf({ recognisedBy, headsExact, unitBasis }: MeasuredTable): StatementReading['confidence'] {
  const doubts = [
    recognisedBy !== 'TITLE',
    !headsExact,
    unitBasis === 'OTHER_TABLES' || unitBasis === 'NARRATIVE',
  ].filter(Boolean).length;
  return doubts === 0 ? 'HIGH' : doubts === 1 ? 'MEDIUM' : 'LOW';
}

function settleRow(
  row: GatheredRow,
  table: StatementTable,
  { unit, pointed }: { readonly unit: PrintedUnit; readonly pointed: boolean },
  report: (message: string, source: Source) => void,
): { row: SettledRow; refused: boolean } {
  const columns = table.sides[row.sideIndex]?.columns ?? [];
  const cells = settleCells(row.prints, columns, table.definition.rowIdentities, unit, pointed);
  const name = row.label === '' ? 'a row without a name' : `“${row.label}”`;
  for (const { index, text } of cells.refused)
    report(
      `expected an amount in column ${columns[index]?.number} of ${name}, got “${text}”: refused`,
      sourceOf(table, row),
    );
  for (const { index, text } of cells.settled)
    report(
      `column ${columns[index]?.number} of ${name} is printed as “${text}”: settled by the row's identity`,
      sourceOf(table, row),
    );
  if (row.misplaced.length > 0)
    report(
      `expected ${columns.length} amounts for ${name}, got “${row.misplaced.join(' ')}”: ${row.prints.length > 0 ? 'this print' : 'row'} refused`,
      sourceOf(table, row),
    );
  if (row.labelUncertain) report(`the page tore the name ${name}: given as read`, sourceOf(table, row));
  const named = row.label !== '' || row.code !== null || table.definition.shape === 'NAMELESS';
  const nameless = !named && row.misplaced.length === 0;
  if (nameless)
    report(
      `expected a name before ${row.prints[0]?.filter((cell) => cell !== '').join(' ') ?? ''}: row refused`,
      sourceOf(table, row),
    );
  const proven =
    row.uneven === 'MORE' && ['EXACT', 'ROUNDING'].includes(judgeRow(cells.amounts, columns, table.definition));
  const torn = row.uneven !== null && !proven && (named || cells.amounts.some((money) => money !== null));
  if (torn)
    report(
      `expected as many cells in the row ${name} as in the others, got ${row.uneven?.toLowerCase()}: row refused`,
      sourceOf(table, row),
    );
  const amounts = nameless || torn ? cells.amounts.map(() => null) : cells.amounts;
  const refused = nameless || torn || cells.refused.length > 0 || row.misplaced.length > 0;
  return { row: { ...row, amounts }, refused };
}

/** Says which amounts are oddly printed; true where the rows contradict the heads, so that no column is sure. */
function judgeRows(
  table: MeasuredTable,
  settled: readonly { readonly row: SettledRow }[],
  { storedNumbers }: LinesContext,
  report: (message: string, source: Source) => void,
): boolean {
  const columnsOf = ({ sideIndex }: SettledRow): readonly MoneyColumn[] => table.sides[sideIndex]?.columns ?? [];
  const verdicts = settled.map(({ row }) => judgeRow(row.amounts, columnsOf(row), table.definition));
  const [first] = settled;
  if (first && contradictsHeads(verdicts, columnsOf(first.row))) {
    report(
      'expected columns that add up, got others in most rows: a head may be damaged, table refused',
      sourceOf(table, first.row),
    );
    return true;
  }
  const usual = usualDecimals(settled.flatMap(({ row }) => row.amounts.filter((money) => money !== null)));
  settled.forEach(({ row }, index) =>
    row.amounts.forEach((money, at) => {
      if (!money || storedNumbers.has(row.line) || !isOddlyPrinted(money, usual, verdicts[index] ?? 'NOT_EVALUABLE'))
        return;
      const column = columnsOf(row)[at]?.number;
      report(
        `expected ${usual} decimals in column ${column} of “${row.label}” as in its table, got ${money.decimals}: read as printed`,
        sourceOf(table, row),
      );
    }),
  );
  return false;
}

/** A row that only opens a group of rows (其中：). */
function isHeading(row: GatheredRow): boolean {
  return row.prints.length === 0 && /^(?:其中[:：]?|[:：]|)$/.test(squeeze(row.label)) && row.code === null;
}

function meaningsOf(
  context: MeaningContext,
  rows: readonly SettledRow[],
  knownUnits: ReadonlySet<string>,
): readonly (RowMeaning | null)[] {
  const { definition } = context;
  if (definition.shape === 'SIDES') return meaningsOfSides(context, rows);
  if (definition.shape === 'BY_UNIT') return meaningsOfUnits(context, rows, knownUnits);
  if (definition.statement === 'NON_TAX_REVENUE') return meaningsOfNonTax(context, rows);
  if (definition.shape === 'NAMED') return meaningsOfThreeExpenses(context, rows);
  if (definition.shape === 'NAMELESS') return [];
  return meaningsOfCoded(context, rows);
}

function coordinates(
  { statement }: StatementDefinition,
  side: Side | null,
  column: MoneyColumn,
  fund: LineItem['fund'],
): Pick<LineItem, 'statement' | 'side' | 'flow' | 'fund' | 'part' | 'column' | 'columnLabel'> {
  return {
    statement,
    side,
    flow: column.definition?.flow ?? (side === 'REVENUE' || side === 'EXPENDITURE' ? side : null),
    fund,
    part: column.definition?.part ?? null,
    column: column.number,
    columnLabel: column.label,
  };
}

/** The column's fund; of a 三公 table whose title says only 财政拨款, the appropriation. */
function fundOf({ definition, title }: StatementTable, column: MoneyColumn): LineItem['fund'] {
  const wide = definition.shape === 'NAMELESS' && title !== null && !squeeze(title).includes('一般公共预算');
  return wide && squeeze(title).includes('财政拨款') ? 'APPROPRIATION' : (column.definition?.fund ?? null);
}

const BUDGET_NOTE = /预算数(?:为|是|指|反映)([^。;；]*?)(?:决算数|[。;；]|$)/;

/** The stage of the 三公 table's budget columns: what the heads or the note below say. */
function noteStage(
  table: StatementTable,
  report: (message: string, source: Source) => void,
  row: SettledRow | undefined,
): Stage {
  const heads = table.sides.flatMap(({ columns }) => columns.map(({ label }) => label)).join();
  const said = /(?:年初|全年|调整)预算数/.exec(heads)?.[0] ?? BUDGET_NOTE.exec(table.note)?.[1] ?? '';
  const revised = /全年|调整/.test(said);
  if (!revised && !said.includes('年初') && row)
    report(
      'expected a note that says which budget 预算数 is, got none: taken as the original budget',
      sourceOf(table, row),
    );
  return revised ? 'REVISED_BUDGET' : 'ORIGINAL_BUDGET';
}

function reportUnknownColumns(
  table: StatementTable,
  row: SettledRow | undefined,
  report: (message: string, source: Source) => void,
): void {
  for (const { columns } of table.sides)
    for (const { definition, number, label } of columns)
      if (!definition && row)
        report(
          `column ${number} has a head that fits no known column, “${label}”: read without fund and part`,
          sourceOf(table, row),
        );
  for (const head of row ? table.skipped : [])
    report(`column “${head}” holds no amounts of this report's year: not read`, sourceOf(table, row as SettledRow));
}

function sourceOf(
  { title, number }: StatementTable,
  row: { readonly line: number; readonly page: number | null; readonly text: string },
): Source {
  const table = [number, title].filter((text) => text !== null).join(number?.endsWith('、') ? '' : ' ');
  return { table: table === '' ? null : table, section: null, line: row.line, page: row.page, text: row.text };
}
