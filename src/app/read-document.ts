import { createHash } from 'node:crypto';
import { AppError } from '../domain/app-error.js';
import type { Report } from '../domain/report.js';
import { placeBody } from '../domain/place.js';
import type { Reference } from '../domain/reference.js';
import { splitText } from '../read/printed-line.js';
import { readReport } from '../read/read-report.js';
import type { ReaderReference } from '../read/reader-reference.js';

/**
 * The report that a document's bytes hold.
 * @throws AppError UNREADABLE_DOCUMENT, NOT_A_REPORT
 */
export function readDocument(bytes: Uint8Array, reference: Reference): Report {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return readReport(splitText(decode(bytes)), sha256, forReader(reference));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('UNREADABLE_DOCUMENT', 'expected text in UTF-8, got bytes that are none');
  }
}

function forReader(reference: Reference): ReaderReference {
  return {
    editionOf: (classification, code, year) => reference.editionOf(classification, code, year),
    categoryByName: (name, year) => reference.categoryByName(name, year),
    economicCategoryByName: (name, year) => reference.economicCategoryByName(name, year),
    districtOf: (body) => placeBody(body, reference).districtCode,
  };
}
