import { Writable } from 'node:stream';
import { readExportRequest } from '../../src/api/export-parameters.js';
import type { ExportParameters } from '../../src/api/export-parameters.js';
import { exportTable } from '../../src/app/export-table.js';
import type { ExportFormat, ExportTable, Exported } from '../../src/app/export-table.js';
import { recallQuestion } from '../../src/app/saved-questions.js';
import type { Store } from '../../src/store/store.js';
import { REFERENCE } from './reference.js';

export interface ExportWish extends ExportParameters {
  readonly table?: ExportTable;
  readonly format?: ExportFormat;
  readonly bom?: boolean;
  readonly release?: string;
}

/** Exports into a sink of the test's own. */
export async function exportInto(store: Store, wish: ExportWish, sink: Writable): Promise<Exported> {
  const { table = 'line-items', format = 'csv', bom = false, release: releaseId = null, ...parameters } = wish;
  const request = await readExportRequest({ table, format, bom, releaseId }, parameters, (id) =>
    recallQuestion(store, id),
  );
  return exportTable({ store, reference: REFERENCE }, request, () => sink);
}

/** Exports into memory. */
export async function exportText(store: Store, wish: ExportWish): Promise<Exported & { readonly text: string }> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const exported = await exportInto(store, wish, sink);
  return { ...exported, text: Buffer.concat(chunks).toString() };
}

/** The objects of an NDJSON. */
export function readNdjson(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
