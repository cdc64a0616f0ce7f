import { createHash } from 'node:crypto';
import type { Report } from '../domain/report.js';
import { placeBody } from '../domain/place.js';
import type { Reference } from '../domain/reference.js';
import { refuseTooLarge } from './document-size.js';
import { readLines } from '../read/media/read-lines.js';
import type { PrintedLine } from '../read/printed-line.js';
import { readReport } from '../read/read-report.js';
import type { ReaderReference } from '../read/reader-reference.js';

/**
 * The report that a document's bytes hold.
 * @throws AppError UNREADABLE_DOCUMENT, NOT_A_REPORT
 */
export async function readDocument(bytes: Uint8Array, reference: Reference): Promise<Report> {
  refuseTooLarge(bytes);
  return readPrintedLines(await readLines(bytes), digestOf(bytes), reference);
}

/**
 * The report that a document's lines hold.
 * @throws AppError UNREADABLE_DOCUMENT, NOT_A_REPORT
 */
export function readPrintedLines(lines: readonly PrintedLine[], sha256: string, reference: Reference): Report {
  return readReport(lines, sha256, readerReference(reference));
}

/** What a document is known by: SHA-256 of its bytes, lower-case hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What the reader asks of the reference. */
export function readerReference(reference: Reference): ReaderReference {
  return {
    editionOf: (classification, code, year) => reference.editionOf(classification, code, year),
    categoryByName: (name, year) => reference.categoryByName(name, year),
    economicCategoryByName: (name, year) => reference.economicCategoryByName(name, year),
    districtOf: (body) => placeBody(body, reference).districtCode,
  };
}
