import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = new URL('../../fixtures/transcription/', import.meta.url);

/** One printed row of one side: the amounts of its columns in hundredths of 万元, null where nothing is printed. */
export interface FactRow {
  readonly code: string | null;
  readonly label: string;
  readonly unitName: string;
  readonly amounts: readonly (bigint | null)[];
}

export interface FactSide {
  readonly side: string;
  /** Heads of each money column from top to bottom, without the side's own. */
  readonly heads: readonly (readonly string[])[];
  /** `fund part` of each money column. */
  readonly meanings: readonly string[];
  readonly rows: readonly FactRow[];
  /** For each row the place of the line that it shares with the rows of the other side. */
  readonly places: readonly number[];
}

/** One statement of a published report, as it was transcribed by hand. */
export interface FactStatement {
  readonly statement: string;
  readonly sides: readonly FactSide[];
}

export interface FactReport {
  readonly name: string;
  readonly kind: 'FINAL_ACCOUNTS' | 'BUDGET';
  readonly year: number;
  readonly statements: readonly FactStatement[];
}

/** The facts of the transcribed reports. */
export function publishedFacts(): FactReport[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => {
      const lines = readFileSync(new URL(name, FOLDER), 'utf8').trimEnd().split('\n').slice(1);
      const [, year = ''] = name.split('-');
      const kind = name.includes('budget') ? 'BUDGET' : 'FINAL_ACCOUNTS';
      return { name: name.replace(/\.tsv$/, ''), kind, year: Number(year), statements: statementsOf(lines) };
    });
}

type Fields = readonly string[];
const at = (fields: Fields, index: number): string => fields[index] ?? '';

function statementsOf(lines: readonly string[]): FactStatement[] {
  const figures = lines.map((line) => line.split('\t'));
  return groupBy(figures, 0).map(([statement, own]) => {
    const printed = [...new Set(own.map((fields) => Number(at(fields, 14))))].sort((a, b) => a - b);
    return {
      statement,
      sides: groupBy(own, 1).map(([side, fields]) => sideOf(statement, side, fields, printed)),
    };
  });
}

function groupBy(figures: readonly Fields[], index: number): [string, Fields[]][] {
  const groups = new Map<string, Fields[]>();
  for (const fields of figures) groups.set(at(fields, index), [...(groups.get(at(fields, index)) ?? []), fields]);
  return [...groups];
}

function sideOf(statement: string, side: string, figures: readonly Fields[], lines: readonly number[]): FactSide {
  const columns = [...new Set(figures.map((fields) => Number(at(fields, 6))))].sort((a, b) => a - b);
  const first = (column: number): Fields => figures.find((fields) => Number(at(fields, 6)) === column) as Fields;
  const nameless = statement === 'THREE_OFFICIAL_EXPENSES' && columns.length === 12;
  const rows: { key: string; row: FactRow; line: string }[] = [];
  for (const fields of figures) {
    const key = nameless ? '' : [14, 9, 10, 11].map((index) => at(fields, index)).join('|');
    let own = rows.at(-1);
    if (own?.key !== key) {
      own = { key, line: at(fields, 14), row: rowOf(fields, nameless, columns.length) };
      rows.push(own);
    }
    (own.row.amounts as (bigint | null)[])[columns.indexOf(Number(at(fields, 6)))] = hundredths(at(fields, 13));
  }
  return {
    side,
    heads: columns.map((column) =>
      at(first(column), 7)
        .split(' ')
        .slice(side === '' ? 0 : 1),
    ),
    meanings: columns.map((column) => `${at(first(column), 4)} ${at(first(column), 5)}`),
    rows: rows.map(({ row }) => row),
    places: rows.map(({ line }) => lines.indexOf(Number(line))),
  };
}

function rowOf(fields: Fields, nameless: boolean, width: number): FactRow {
  return {
    code: at(fields, 9) === '' ? null : at(fields, 9),
    label: nameless ? '' : at(fields, 10),
    unitName: at(fields, 11),
    amounts: Array.from({ length: width }, () => null),
  };
}

function hundredths(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(2, '0').slice(0, 2));
}
