import { AppError } from '../domain/app-error.js';

const MEGABYTE = 1_000_000;

/** Of a document of any kind. */
export const MOST_MEGABYTES = 100;
/** Of one that is text: a line takes many times its length while it is read. */
const MOST_MEGABYTES_OF_TEXT = 20;

/** How packed documents begin: PDF, ZIP (XLSX, DOCX), and the older Office formats. */
const PACKED = ['%PDF', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0'];

/**
 * Refuses a document by its size alone.
 * @throws AppError UNREADABLE_DOCUMENT
 */
export function refuseTooLong(bytes: number): void {
  if (bytes > MOST_MEGABYTES * MEGABYTE) throw tooLarge('a document', MOST_MEGABYTES, bytes);
}

/**
 * Refuses a document that would take more memory than there is for reading one.
 * @throws AppError UNREADABLE_DOCUMENT
 */
export function refuseTooLarge(bytes: Uint8Array): void {
  refuseTooLong(bytes.byteLength);
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (!PACKED.includes(start) && bytes.byteLength > MOST_MEGABYTES_OF_TEXT * MEGABYTE)
    throw tooLarge('a text', MOST_MEGABYTES_OF_TEXT, bytes.byteLength);
}

function tooLarge(what: string, most: number, bytes: number): AppError {
  const sentence = `expected ${what} of at most ${most} MB, got one of ${Math.ceil(bytes / MEGABYTE)} MB`;
  return new AppError('UNREADABLE_DOCUMENT', sentence);
}
