import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '../domain/app-error.js';
import { readLines } from './read-lines.js';
import { TABLES } from './tables.js';
import type { Table } from './tables.js';

export const BACKUP_FORMAT = 'duizhao backup';
export const BACKUP_VERSION = 1;

/** Characters of a batch of rows. Prisma keeps the last hundred statements with their values, for debugging: they are to be small. */
const BATCH_LENGTH = 200_000;

/** First line of a backup. */
export interface BackupHead {
  readonly format: typeof BACKUP_FORMAT;
  readonly version: typeof BACKUP_VERSION;
  /** The duizhao that wrote it, for people. */
  readonly writtenBy: string;
  readonly createdAt: string;
  /** Name of the last migration. */
  readonly migration: string;
  readonly release: { readonly id: string; readonly reports: number; readonly lineItems: number };
  /** Number of rows, by table, in the order in which they follow. */
  readonly rows: Readonly<Record<Table, number>>;
}

/** Last line of a backup. */
interface BackupTail {
  readonly rows: number;
  /** Of all lines before it, line feeds included. */
  readonly sha256: string;
}

/**
 * The lines of a backup: head, each row as JSON, tail. Chunk by chunk, line feeds included.
 * @param readRows gives batches of the rows of a table
 */
export async function* formatBackup(
  head: BackupHead,
  readRows: (table: Table) => AsyncIterable<readonly string[]>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const hashed = (text: string): string => {
    hash.update(text);
    return text;
  };
  yield hashed(`${JSON.stringify(head)}\n`);
  let count = 0;
  for (const table of TABLES)
    for await (const rows of readRows(table)) {
      count += rows.length;
      yield hashed(rows.map((row) => `${row}\n`).join(''));
    }
  const tail: BackupTail = { rows: count, sha256: hash.digest('hex') };
  yield `${JSON.stringify(tail)}\n`;
}

/** A backup that is being read: rows have to be taken table by table, in the order of TABLES, and then the end. */
export interface OpenBackup {
  readonly head: BackupHead;
  /** Batches of a table's rows. */
  readRows(table: Table): AsyncGenerator<readonly string[]>;
  /** Compares the end with what was read. */
  readEnd(): Promise<void>;
}

/**
 * Reads a backup as it comes. It, and what it gives, throws where the file isn't what was written.
 * @throws AppError UNREADABLE_BACKUP
 */
export async function openBackup(source: Readable): Promise<OpenBackup> {
  const hash = createHash('sha256');
  const lines = readLines(pipeline(source, createGunzip(), () => undefined));
  let taken = 0;
  const take = async (expected: string): Promise<Buffer> => {
    const { value, done } = await lines.next().catch(refuseDamaged);
    if (done) throw refuse(expected, `the end of the file after ${taken} lines`);
    taken++;
    return value;
  };
  const takeHashed = async (expected: string): Promise<string> => {
    const line = await take(expected);
    hash.update(line).update('\n');
    return line.toString('utf8');
  };
  const head = parseHead(await takeHashed('a first line that says what the file is'));
  return {
    head,
    async *readRows(table) {
      const count = head.rows[table];
      if (!Number.isSafeInteger(count) || count < 0) throw refuse(`a number of rows of ${table}`, String(count));
      let batch: string[] = [];
      let length = 0;
      for (let row = 0; row < count; row++) {
        const line = await takeHashed(`${count} rows of ${table}, and then more`);
        batch.push(line);
        length += line.length;
        if (length < BATCH_LENGTH) continue;
        yield batch;
        [batch, length] = [[], 0];
      }
      if (batch.length > 0) yield batch;
    },
    readEnd: async () => {
      const expected: BackupTail = { rows: taken - 1, sha256: hash.digest('hex') };
      const line = (await take('a last line with the SHA-256 of the others')).toString('utf8');
      if (line !== JSON.stringify(expected))
        throw refuse(`the last line ${shorten(JSON.stringify(expected))}`, shorten(line));
      const { done } = await lines.next().catch(refuseDamaged);
      if (!done) throw refuse('nothing after the last line', 'more lines');
    },
  };
}

function parseHead(line: string): BackupHead {
  const head = parseObject(line);
  if (head?.['format'] !== BACKUP_FORMAT) throw refuse('a file that “backup” wrote', shorten(line));
  if (head['version'] !== BACKUP_VERSION)
    throw refuse(
      `version ${BACKUP_VERSION} of the format`,
      `${String(head['version'])}, written by ${String(head['writtenBy'])}: restore it with that one`,
    );
  return head as unknown as BackupHead;
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function refuseDamaged(error: NodeJS.ErrnoException): never {
  if (!error.code?.startsWith('Z_') && !(error instanceof RangeError)) throw error;
  throw refuse('a whole backup, compressed with gzip', `what does not unpack: ${error.message}`);
}

/** Why a file is no backup, or none that fits. */
export function refuse(expected: string, got: string): AppError {
  return new AppError('UNREADABLE_BACKUP', `expected ${expected}, got ${got}`);
}

function shorten(line: string): string {
  return JSON.stringify(line.length <= 120 ? line : `${line.slice(0, 120)}…`);
}
