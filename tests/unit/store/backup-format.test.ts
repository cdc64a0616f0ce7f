import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { formatBackup, openBackup } from '../../../src/store/backup-format.js';
import type { BackupHead } from '../../../src/store/backup-format.js';
import { TABLES } from '../../../src/store/tables.js';
import type { Table } from '../../../src/store/tables.js';

/** Rows of no meaning: two of every table, one with a line separator, which ends no line. */
const ROWS = Object.fromEntries(
  TABLES.map((table) => [table, [`{"of": "${table}", "text": "合计\u2028"}`, `{"amount": 9007199254740993}`]]),
) as Record<Table, string[]>;

const LINES = 1 + 2 * TABLES.length;

const HEAD: BackupHead = {
  ...{ format: 'duizhao backup', version: 1, writtenBy: 'duizhao 1.2.3', createdAt: '2026-01-01T00:00:00.000Z' },
  ...{ migration: '20260101000000_some', release: { id: 'r', reports: 1, lineItems: 2 } },
  rows: Object.fromEntries(TABLES.map((table) => [table, 2])) as BackupHead['rows'],
};

describe('A backup', () => {
  it('is read as it was written', async () => {
    const { head, rows } = await read(await write());
    expect(head).toEqual(HEAD);
    expect(rows).toEqual(ROWS);
  });

  it('names in its last line the SHA-256 of the lines before', async () => {
    const text = gunzipSync(await write()).toString('utf8');
    const last = text.trimEnd().lastIndexOf('\n') + 1;
    const sha256 = createHash('sha256').update(text.slice(0, last)).digest('hex');
    expect(JSON.parse(text.slice(last))).toEqual({ rows: 2 * TABLES.length, sha256 });
  });

  it('is refused wherever it was cut', async () => {
    const bytes = await write();
    for (let length = 0; length < bytes.length; length++)
      await expect(read(bytes.subarray(0, length))).rejects.toMatchObject({ code: 'UNREADABLE_BACKUP' });
  });

  it('is refused, or read as it was written, whatever byte is another', async () => {
    const bytes = await write();
    for (let place = 0; place < bytes.length; place++) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
      // Without meaning are bytes in the head of a gzip file (a time, a system), and the bits that fill up its last byte of data.
      const isFilling = place < 10 || place === bytes.length - 9;
      const outcome = await read(flipped).catch((error: unknown) => error);
      if (isFilling && !(outcome instanceof Error)) expect(outcome).toEqual({ head: HEAD, rows: ROWS });
      else expect(outcome).toMatchObject({ code: 'UNREADABLE_BACKUP' });
    }
  });

  it.each([
    ['two rows in the other order', (lines: string[]) => swap(lines, 3, 4), /^expected the last line /],
    ['a row of another content', (lines: string[]) => lines.with(3, '{}'), /^expected the last line /],
    [
      'no last line',
      (lines: string[]) => lines.slice(0, -1),
      `expected a last line with the SHA-256 of the others, got the end of the file after ${LINES} lines`,
    ],
    [
      'a row too many',
      (lines: string[]) => lines.toSpliced(1, 0, '{}'),
      new RegExp(`^expected the last line "{\\\\"rows\\\\":${LINES - 1},`),
    ],
    [
      'a row too few',
      (lines: string[]) => lines.toSpliced(3, 1),
      new RegExp(`^expected a last line .* after ${LINES} lines$`),
    ],
    [
      'lines after the last',
      (lines: string[]) => [...lines, '{}'],
      'expected nothing after the last line, got more lines',
    ],
    [
      'another form of text',
      () => ['code,name', '440104,越秀区'],
      'expected a file that “backup” wrote, got "code,name"',
    ],
    [
      'a newer form',
      (lines: string[]) => lines.with(0, JSON.stringify({ ...HEAD, version: 2 })),
      'expected version 1 of the format, got 2, written by duizhao 1.2.3: restore it with that one',
    ],
    [
      'a table that is not known',
      (lines: string[]) =>
        lines.with(0, JSON.stringify({ ...HEAD, rows: { ...HEAD.rows, Secret: 2 } })).toSpliced(-1, 0, '{}', '{}'),
      /^expected the last line /,
    ],
    [
      'a table missing',
      (lines: string[]) => lines.with(0, JSON.stringify({ ...HEAD, rows: { ...HEAD.rows, Release: undefined } })),
      'expected a number of rows of Release, got undefined',
    ],
    [
      'a number of rows that is none',
      (lines: string[]) => lines.with(0, JSON.stringify({ ...HEAD, rows: { ...HEAD.rows, Report: -1 } })),
      'expected a number of rows of Report, got -1',
    ],
  ])('with %s is refused', async (_, change, message) => {
    const lines = gunzipSync(await write())
      .toString('utf8')
      .trimEnd()
      .split('\n');
    const changed = gzipSync(
      change(lines)
        .map((line) => `${line}\n`)
        .join(''),
    );
    await expect(read(changed)).rejects.toMatchObject({
      code: 'UNREADABLE_BACKUP',
      message: message instanceof RegExp ? expect.stringMatching(message) : message,
    });
  });

  it.each([
    [
      'an empty file',
      Buffer.alloc(0),
      'expected a whole backup, compressed with gzip, got what does not unpack: unexpected end of file',
    ],
    [
      'text that is not compressed',
      Buffer.from('{"format":"duizhao backup"}\n'),
      'expected a whole backup, compressed with gzip, got what does not unpack: incorrect header check',
    ],
  ])('is not %s', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'UNREADABLE_BACKUP', message });
  });

  it('has no line of any length: a file that never ends one is refused before it fills the memory', async () => {
    const bytes = gzipSync(Buffer.alloc(70 * 2 ** 20, 0x20));
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'UNREADABLE_BACKUP',
      message: 'expected a whole backup, compressed with gzip, got what does not unpack: a line of more than 64 MB',
    });
  });
});

async function write(): Promise<Buffer> {
  const texts = [];
  for await (const text of formatBackup(HEAD, (table) => Readable.from([ROWS[table]]))) texts.push(text);
  return gzipSync(texts.join(''));
}

async function read(bytes: Uint8Array): Promise<{ head: BackupHead; rows: Record<string, string[]> }> {
  const backup = await openBackup(Readable.from([bytes]));
  const rows: Record<string, string[]> = {};
  for (const table of TABLES) {
    rows[table] = [];
    for await (const batch of backup.readRows(table)) rows[table].push(...batch);
  }
  await backup.readEnd();
  return { head: backup.head, rows };
}

function swap(lines: readonly string[], one: number, other: number): string[] {
  return lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '');
}
