import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { AmountUnit } from '../domain/closed-lists.js';
import type {
  FindingFilter,
  IndicatorFilter,
  LineItemFilter,
  LineItemOrder,
  ReportedFactFilter,
} from '../domain/filters.js';
import type { Release } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import type { Column, ColumnHead } from '../export/column.js';
import { COMPARISON_COLUMNS } from '../export/comparison-columns.js';
import { FORMULA_SIGNS } from '../export/csv.js';
import { FACT_COLUMNS } from '../export/fact-columns.js';
import { FINDING_COLUMNS } from '../export/finding-columns.js';
import { formatHead, formatRows } from '../export/format.js';
import type { ExportFormat } from '../export/format.js';
import { INDICATOR_COLUMNS } from '../export/indicator-columns.js';
import { LINE_ITEM_COLUMNS } from '../export/line-item-columns.js';
import { makeRecordReader } from '../export/record-ends.js';
import { STATISTIC_COLUMNS } from '../export/statistic-columns.js';
import { withSnapshot } from '../store/export-snapshot.js';
import type { Snapshot } from '../store/export-snapshot.js';
import { exportFacts } from '../store/exported-facts.js';
import { exportFindings } from '../store/exported-findings.js';
import { exportLineItems } from '../store/exported-line-items.js';
import { copyTable } from '../store/exported-table.js';
import type { ExportedTable } from '../store/exported-table.js';
import type { Store } from '../store/store.js';
import { compareFigures } from './compare-figures.js';
import type { CompareRequest } from './compare-request.js';
import { readCells, readIndicators, readStatisticRows } from './export-rows.js';
import { findHints } from './hints.js';
import { RETIRED_TITLE, listRules } from './list-rules.js';
import { namesIn } from './named.js';
import { keepQuestion } from './saved-questions.js';
import type { FilterName } from './named.js';

export { EXPORT_FORMATS, MEDIA_TYPES } from '../export/format.js';
export type { ExportFormat } from '../export/format.js';
export { EXPORT_TABLES } from '../export/tables.js';
export type { ExportTable } from '../export/tables.js';

/** What is asked for, as the API would answer it. */
export type ExportQuestion =
  | {
      readonly table: 'line-items';
      readonly where: LineItemFilter | null;
      readonly orderBy: LineItemOrder;
      readonly unit: AmountUnit;
    }
  | { readonly table: 'indicators'; readonly where: IndicatorFilter | null }
  | { readonly table: 'facts'; readonly where: ReportedFactFilter | null }
  | { readonly table: 'findings'; readonly where: FindingFilter | null }
  | { readonly table: 'comparison'; readonly input: CompareRequest }
  | { readonly table: 'statistics' };

export interface ExportRequest {
  readonly question: ExportQuestion;
  readonly format: ExportFormat;
  /** Whether a CSV begins with a byte order mark. */
  readonly bom: boolean;
  /** Null: the newest. */
  readonly releaseId: string | null;
}

export interface Exported {
  readonly release: Release;
  readonly rows: number;
  /** What was asked for and is not known. */
  readonly hints: readonly string[];
}

/**
 * Writes a table of one release, in constant memory: rows are read as the sink takes them, and what else this process has to do is
 * done in between, though the embedded database never lets go by itself. `open` is called when nothing can be refused any more and
 * gives the sink, which is ended at the end. Where the sink closes before, or reading fails, no more is read and the error is thrown;
 * the sink is then not ended, and its owner destroys it.
 * @throws AppError BAD_USER_INPUT before `open`, STORE_BUSY
 */
export async function exportTable(
  { store, reference }: { readonly store: Store; readonly reference: Reference },
  request: ExportRequest,
  open: (release: Release) => Writable | Promise<Writable>,
): Promise<Exported> {
  return withSnapshot(store, request.releaseId, async (snapshot) => {
    const { chunks, hint } = await openTable(store, snapshot, reference, request);
    const first = await chunks.next();
    const sink = await open(snapshot.release);
    const rows = await pour(first, chunks, sink);
    return { release: snapshot.release, rows, hints: await hint(rows) };
  });
}

interface Chunk {
  readonly bytes: string | Uint8Array;
  readonly rows: number;
}

interface OpenTable {
  readonly chunks: AsyncGenerator<Chunk, void>;
  hint(rows: number): Promise<readonly string[]>;
}

async function openTable(
  store: Store,
  snapshot: Snapshot,
  reference: Reference,
  request: ExportRequest,
): Promise<OpenTable> {
  const { question } = request;
  const hintAt = (filter: FilterName, where: object | null) => (rows: number) =>
    findHints(snapshot.store, reference, namesIn(filter, where, rows === 0));
  switch (question.table) {
    case 'line-items': {
      const { where, orderBy, unit } = question;
      const table = exportLineItems(snapshot.store, where, orderBy, unit);
      const chunks = copyChunks(request, LINE_ITEM_COLUMNS, snapshot, table);
      return { chunks, hint: hintAt('LineItemFilter', where) };
    }
    case 'indicators': {
      const { where } = question;
      const batches = readIndicators(snapshot, where);
      const hint = hintAt('PerformanceIndicatorFilter', where);
      return { chunks: formatBatches(request, INDICATOR_COLUMNS, batches), hint };
    }
    case 'facts': {
      const { where } = question;
      const chunks = copyChunks(request, FACT_COLUMNS, snapshot, exportFacts(snapshot.store, where));
      return { chunks, hint: hintAt('ReportedFactFilter', where) };
    }
    case 'findings': {
      const { where } = question;
      const table = exportFindings(snapshot.store, where, { rules: listRules(), retiredTitle: RETIRED_TITLE });
      return { chunks: copyChunks(request, FINDING_COLUMNS, snapshot, table), hint: hintAt('FindingFilter', where) };
    }
    case 'comparison': {
      const comparison = await compareFigures(snapshot.store, reference, question.input);
      const batches = readCells(snapshot, reference, comparison);
      const unkept = await keepQuestion(store, comparison);
      const hints = [...comparison.hints, ...(unkept === null ? [] : [unkept])];
      return { chunks: formatBatches(request, COMPARISON_COLUMNS, batches), hint: async () => hints };
    }
    case 'statistics': {
      const batches = readStatisticRows(snapshot, reference);
      return { chunks: formatBatches(request, STATISTIC_COLUMNS, batches), hint: async () => [] };
    }
  }
}

/** The rows as the database writes them. Nothing is handed on before the first of them is there, or that there are none. */
async function* copyChunks(
  { format, bom }: ExportRequest,
  columns: readonly ColumnHead[],
  snapshot: Snapshot,
  table: ExportedTable,
): AsyncGenerator<Chunk, void> {
  const readRecords = makeRecordReader(format);
  let head = Buffer.from(formatHead(format, columns, bom));
  for await (const written of copyTable(snapshot, table, { format, columns, formulaSigns: FORMULA_SIGNS })) {
    const { bytes, rows } = readRecords(written);
    yield { bytes: head.length > 0 ? Buffer.concat([head, bytes]) : bytes, rows };
    head = Buffer.alloc(0);
  }
  if (head.length > 0) yield { bytes: head, rows: 0 };
}

/** Rows that are written as text at one go: some ten milliseconds, during which nobody else is answered. */
const SLICE = 250;

async function* formatBatches<Row>(
  { format, bom }: ExportRequest,
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Chunk, void> {
  let text = formatHead(format, columns, bom);
  for await (const batch of batches) {
    for (let start = 0; start < batch.length; start += SLICE) {
      await setImmediate();
      text += formatRows(format, columns, batch.slice(start, start + SLICE));
    }
    yield { bytes: text, rows: batch.length };
    text = '';
  }
}

/** Hands chunks on as the sink takes them, and ends it; returns the number of rows. */
async function pour(
  first: IteratorResult<Chunk, void>,
  rest: AsyncGenerator<Chunk, void>,
  sink: Writable,
): Promise<number> {
  const gone = new AbortController();
  const closed = finished(sink).finally(() => gone.abort());
  closed.catch(() => undefined);
  let rows = 0;
  for (let next = first; !next.done; next = await rest.next()) {
    const isFull = !sink.write(next.value.bytes);
    if (isFull) await once(sink, 'drain', { signal: gone.signal }).catch(() => closed);
    rows += next.value.rows;
  }
  sink.end();
  await closed;
  return rows;
}
