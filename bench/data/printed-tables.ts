import type { AccountRef } from '../../src/domain/account.js';
import type { ReportKind, Side, Stage } from '../../src/domain/closed-lists.js';
import { formatFen } from '../../src/domain/money.js';
import type { LineItem, StatementReading } from '../../src/domain/report.js';
import type { ColumnDefinition, StatementDefinition } from '../../src/domain/statement-columns.js';
import { STATEMENT_DEFINITIONS } from '../../src/domain/statement-definitions.js';
import { STATE_CAPITAL_FROM } from '../../src/domain/usual-statements.js';

/** What a row, or a cell under a head that names an account, is about. */
export interface Meaning {
  readonly label: string;
  readonly account: AccountRef;
  readonly leaf: boolean;
}

/** A printed row of a table, or of one side of it. */
export interface PrintedRow {
  readonly side: Side | null;
  /** One for the row, or one for each column where the heads name the accounts. */
  readonly meaning: Meaning | readonly Meaning[];
  /** By column; a cell of null is left empty. */
  readonly amounts: readonly (bigint | null)[];
}

export interface PrintedTable {
  readonly template: StatementDefinition;
  /** The rows of each line: two where the table has two sides. */
  readonly lines: readonly (readonly PrintedRow[])[];
}

/** The template of a statement, of the given shape where there are several. */
export function templateOf(
  kind: ReportKind,
  statement: StatementDefinition['statement'],
  shape?: StatementDefinition['shape'],
): StatementDefinition {
  const found = STATEMENT_DEFINITIONS.find(
    (own) => own.kind === kind && own.statement === statement && (shape === undefined || own.shape === shape),
  );
  if (!found) throw new Error(`expected a template of ${kind} ${statement} ${shape ?? ''}, got none`);
  return found;
}

/** The columns that every publisher prints in the year. */
export function columnsOf(template: StatementDefinition, year: number, side: Side | null = null): ColumnDefinition[] {
  const columns = template.columns[side ?? 'NONE'] ?? [];
  const hasCapital = template.kind === 'BUDGET' || year >= STATE_CAPITAL_FROM;
  return columns.filter((own) => !own.optional || (own.fund === 'STATE_CAPITAL' && hasCapital && side !== null));
}

/** Zeros are left out, as many publishers leave them. */
export function leaveZerosOut(amounts: readonly bigint[]): readonly (bigint | null)[] {
  return amounts.map((fen) => (fen === 0n ? null : fen));
}

/** Rows of two sides, side by side from the top. */
export function zipSides(left: readonly PrintedRow[], right: readonly PrintedRow[]): PrintedTable['lines'] {
  const count = Math.max(left.length, right.length);
  return Array.from({ length: count }, (_, at) => [left[at], right[at]].filter((row) => row !== undefined));
}

/** What a reader finds in the tables of a report. */
export interface ReadTables {
  readonly lineItems: readonly LineItem[];
  readonly statements: readonly StatementReading[];
  /** The text of their lines, from the first. */
  readonly lines: readonly string[];
}

/** The tables of a year's report, one below the other. */
export function readTables(tables: readonly PrintedTable[], year: number): ReadTables {
  const lines: string[] = [];
  const lineItems: LineItem[] = [];
  const statements = tables.map((table): StatementReading => {
    const { statement, titles } = table.template;
    const rows = readTable(table, year, lines, lineItems);
    return {
      ...{ statement, title: titles[0] as string, recognisedBy: 'TITLE', unit: 'WAN_YUAN', unitBasis: 'STATED' },
      ...{ confidence: 'HIGH', rowsSeen: rows, rowsRead: rows },
    };
  });
  return { lines, lineItems, statements };
}

/** Adds the lines and the figures of a table, and counts its rows. */
function readTable({ template, lines }: PrintedTable, year: number, printed: string[], lineItems: LineItem[]): number {
  const { statement, kind, titles } = template;
  const heads = new Map<Side | null, Head[]>();
  let row = 0;
  printed.push(titles[0] as string, '单位：万元');
  for (const rows of lines) {
    const text = rows.map(textOfRow).join('\t');
    printed.push(text);
    const source = { table: titles[0] as string, section: null, line: printed.length, page: null, text };
    for (const { side, meaning, amounts } of rows) {
      const columns = heads.get(side) ?? columnsOf(template, year, side).map((own) => headOf(own, kind));
      heads.set(side, columns);
      columns.forEach((head, place) => {
        const fen = amounts[place] ?? null;
        if (fen === null) return;
        const own = isMany(meaning) ? (meaning[place] as Meaning) : meaning;
        lineItems.push({
          ...{ statement, side, row, ...head, column: place + 1, labelUncertain: false, unitName: null },
          ...own,
          ...{ amount: { fen, unit: 'WAN_YUAN', decimals: 2 }, source },
        });
      });
      row++;
    }
  }
  return row;
}

type Head = Pick<LineItem, 'flow' | 'stage' | 'fund' | 'part' | 'columnLabel'>;

/** Budgets of other tables than budgets (三公) are those of the beginning of the year. */
function headOf({ heads, groups, flow, fund, part, stage }: ColumnDefinition, kind: ReportKind): Head {
  const budget: Stage = 'ORIGINAL_BUDGET';
  const columnLabel = [...groups.slice(0, 1), ...heads.slice(0, 1)].join(' ');
  return { flow, fund, part, columnLabel, stage: kind === 'BUDGET' || stage === 'BUDGET' ? budget : 'OUTTURN' };
}

function isMany(meaning: PrintedRow['meaning']): meaning is readonly Meaning[] {
  return Array.isArray(meaning);
}

function textOfRow({ meaning, amounts }: PrintedRow): string {
  const name = isMany(meaning) ? [] : [...codeOf(meaning), meaning.label];
  return [...name, ...amounts.map((fen) => (fen === null ? '' : formatFen(fen, 'WAN_YUAN')))].join('\t');
}

/** Summaries print the names of 类 alone. */
function codeOf({ label, account: { code, name } }: Meaning): string[] {
  return code !== null && label === name ? [code] : [];
}
