import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';
import { AppError } from '../../domain/app-error.js';

/** An opened archive. Names of parts differ in more than case; all parts read from it share one bound of size. */
export interface ZipParts {
  /** In the order of the archive's list, folders left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * The bytes of a part, piece by piece as they are inflated.
   * @throws AppError UNREADABLE_DOCUMENT where there is no such part, or it is locked, damaged or too large
   */
  read(name: string): AsyncGenerator<Uint8Array, void, undefined>;
}

const MOST_ENTRIES = 10_000;
/** Of all parts read from one archive. */
const MOST_BYTES = 200_000_000;
/** Markup of even the dullest sheet shrinks to a hundredth at best; a small part may do as it likes. */
const MOST_RATIO = 300;
const SMALL = 1_000_000;

const WORKBOOK = /^xl\/workbook\d*\.xml$/i;
const DOCUMENT = /^word\/document\d*\.xml$/i;

/**
 * Opens an archive.
 * @throws AppError UNREADABLE_DOCUMENT where the bytes are none, or it is cut off, damaged or has too many parts
 */
export async function openZip(bytes: Uint8Array): Promise<ZipParts> {
  const { zip, entries } = await listEntries(bytes);
  const budget = { left: MOST_BYTES };
  return {
    names: [...entries.values()].map(({ fileName }) => fileName),
    has: (name) => entries.has(name.toLowerCase()),
    read: (name) => inflate(zip, entries.get(name.toLowerCase()), name, budget),
  };
}

/**
 * What an archive holds: a workbook, a text document or, null, neither.
 * @throws AppError UNREADABLE_DOCUMENT where it cannot be opened
 */
export async function kindOfZip(bytes: Uint8Array): Promise<'XLSX' | 'DOCX' | null> {
  const zip = await openZip(bytes);
  if (findWorkbook(zip) !== null) return 'XLSX';
  return findDocument(zip) === null ? null : 'DOCX';
}

/** The name of the part that lists a workbook's sheets; null where there is none. */
export function findWorkbook({ names }: ZipParts): string | null {
  return names.find((name) => WORKBOOK.test(name)) ?? null;
}

/** The name of the part with a document's text; null where there is none. */
export function findDocument({ names }: ZipParts): string | null {
  return names.find((name) => DOCUMENT.test(name)) ?? null;
}

async function listEntries(bytes: Uint8Array): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (zip.entryCount > MOST_ENTRIES)
      throw unreadable(`expected an archive of at most ${MOST_ENTRIES} parts, got ${zip.entryCount}`);
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      const key = entry.fileName.toLowerCase();
      if (entries.has(key)) throw unreadable(`expected one part of a name, got two named ${entry.fileName}`);
      entries.set(key, entry);
    }
    return { zip, entries };
  } catch (cause) {
    throw asUnreadable('expected a whole archive, got one that is cut off or damaged', cause);
  }
}

async function* inflate(
  zip: ZipFile,
  entry: Entry | undefined,
  name: string,
  budget: { left: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!entry) throw unreadable(`expected a part ${name}, got an archive without`);
  if (entry.isEncrypted()) throw unreadable(`expected an open document, got part ${name} locked with a password`);
  try {
    const stream = await zip.openReadStreamPromise(entry);
    // What goes wrong after the last byte was taken has no one else to tell.
    stream.on('error', () => undefined);
    let size = 0;
    let sum = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      budget.left -= chunk.length;
      if (budget.left < 0) throw unreadable(`expected at most ${MOST_BYTES} bytes once inflated, got more in ${name}`);
      if (size > SMALL && size > entry.compressedSize * MOST_RATIO)
        throw unreadable(`expected a part at most ${MOST_RATIO} times its packed size, got ${name} inflating further`);
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw unreadable(`expected part ${name} with its checksum, got another`);
  } catch (cause) {
    throw asUnreadable(`expected part ${name} whole, got it damaged`, cause);
  }
}

function unreadable(sentence: string): AppError {
  return new AppError('UNREADABLE_DOCUMENT', sentence);
}

function asUnreadable(sentence: string, cause: unknown): AppError {
  return cause instanceof AppError ? cause : new AppError('UNREADABLE_DOCUMENT', sentence, {}, { cause });
}
