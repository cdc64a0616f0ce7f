import { readFileSync, readdirSync } from 'node:fs';
import { formatFen } from '../../src/domain/money.js';
import type { LineItem } from '../../src/domain/report.js';

const FOLDER = new URL('../fixtures/transcription/', import.meta.url);
const COLUMNS =
  'statement side flow stage fund part column columnLabel classification code label unitName leaf amount line'.split(
    ' ',
  );

/** Names of the transcribed reports, such as `440117-2019-final-accounts`. */
export function transcribedReports(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => name.slice(0, -'.tsv'.length))
    .sort();
}

/** The figures of a report as it was transcribed by hand, one text a figure, sorted. */
export function transcribedFigures(report: string): string[] {
  const [head, ...lines] = readFileSync(new URL(`${report}.tsv`, FOLDER), 'utf8')
    .trimEnd()
    .split('\n');
  if (head !== COLUMNS.join('\t')) throw new Error(`expected the columns ${COLUMNS.join(' ')}, got ${head}`);
  return lines.map((line) => line.split('\t').join(' | ')).sort();
}

/** The same of line items that were read. */
export function readFigures(lineItems: readonly LineItem[]): string[] {
  return lineItems
    .map(({ statement, side, flow, stage, fund, part, column, columnLabel, label, unitName, leaf, account, ...own }) =>
      [statement, side, flow, stage, fund, part, column, columnLabel, account.classification, account.code, label]
        .concat([unitName, String(leaf), formatFen(own.amount.fen, 'WAN_YUAN'), own.source.line])
        .map((field) => String(field ?? ''))
        .join(' | '),
    )
    .sort();
}

/** What one list has more often than the other: figures missed, and figures read that are not printed so. */
export function compareFigures(
  printed: readonly string[],
  read: readonly string[],
): { missed: string[]; invented: string[] } {
  return { missed: without(printed, read), invented: without(read, printed) };
}

function without(list: readonly string[], taken: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of taken) counts.set(text, (counts.get(text) ?? 0) + 1);
  return list.filter((text) => {
    const left = counts.get(text) ?? 0;
    counts.set(text, left - 1);
    return left <= 0;
  });
}
