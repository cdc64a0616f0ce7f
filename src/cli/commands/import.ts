import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../domain/app-error.js';
import type { Document, ImportedDocument } from '../../app/import-report.js';
import { importReports } from '../../app/import-report.js';
import { loadReference } from '../../app/load-reference.js';
import { readDocument } from '../../app/read-document.js';
import { openStore } from '../../store/open-store.js';
import { countRefusals } from '../../app/refusals.js';
import { resolvePath, storeLocation } from '../environment.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';
import { listGivenFolder } from '../given-paths.js';

const DOCUMENTS = /\.(?:txt|text|md|markdown)$/i;

/** Imports files and the documents in folders; says for each what was read and refused, where and why. */
export async function runImport(paths: readonly string[]): Promise<ExitCode> {
  const files = (await Promise.all(paths.map(listDocuments))).flat();
  if (files.length === 0)
    throw new AppError('BAD_USER_INPUT', `expected documents (.txt, .md), got none in ${paths.join(', ')}`);
  const reference = loadReference();
  const store = await openStore(storeLocation());
  try {
    const imported = await importReports({
      store,
      reference,
      documents: readAll(files),
      read: (bytes) => readDocument(bytes, reference),
      onProgress: (document) => process.stdout.write(describe(document)),
    });
    const refused = imported.filter(({ outcome }) => outcome === 'REFUSED').length;
    process.stdout.write(
      `${imported.length - refused} of ${imported.length} documents in ${store.place}${refused > 0 ? `, ${refused} refused` : ''}\n`,
    );
    const incomplete = imported.some((own) => own.outcome === 'REFUSED' || countRefusals(own.report) > 0);
    return incomplete ? EXIT_CODES.WITH_REFUSALS : EXIT_CODES.DONE;
  } finally {
    await store.close();
  }
}

/** Documents of a file or folder, by the path that was given. */
async function listDocuments(path: string): Promise<string[]> {
  const entry = await stat(resolvePath(path)).catch(() => null);
  if (!entry) throw new AppError('BAD_USER_INPUT', `expected a file or folder, got ${path}, which isn't there`);
  if (!entry.isDirectory()) return [path];
  const names = await listGivenFolder(path, true);
  return names.filter((name) => DOCUMENTS.test(name) && !/(?:^|\/)README/i.test(name)).map((name) => join(path, name));
}

async function* readAll(files: readonly string[]): AsyncGenerator<Document> {
  for (const file of files) {
    const bytes = await readFile(resolvePath(file)).catch((error: Error) => refuseUnreadable(error));
    yield { path: file, bytes };
  }
}

function refuseUnreadable(error: Error): AppError {
  return new AppError('UNREADABLE_DOCUMENT', `expected a file that can be read, got: ${error.message}`);
}

function describe(document: ImportedDocument): string {
  if (document.outcome === 'REFUSED') return `${document.path}: refused: ${document.error.message}\n`;
  const { report, counts, outcome } = document;
  const placed = report.district === '000000' ? ', its place is not known: kept under 000000 未识别' : '';
  const issues = report.issues.map(({ source, message }) => `    line ${source.line}: ${message}\n`).join('');
  return (
    `${document.path}: ${outcome.toLowerCase()}: ${report.title} (${report.district}, ${report.year}${placed})\n` +
    `  ${counts.statements} statements, ${counts.rows} rows, ${counts.figures} figures, ${counts.issues} issues\n${issues}`
  );
}
