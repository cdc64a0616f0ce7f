import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { refuseTooLong } from '../app/document-size.js';
import type { GivenDocument } from '../app/import-report.js';
import { AppError } from '../domain/app-error.js';
import { resolvePath } from './environment.js';

/** What is taken from a folder; those that are not read yet are told apart by their content. */
const DOCUMENTS = /\.(?:txt|text|md|markdown|html|htm|xlsx|xls|docx|doc|pdf)$/i;
/** Notes to a folder's files, hidden files, and what Office leaves beside an open document. */
const NO_DOCUMENTS = /^(?:README|\.|~\$)/i;

export interface GivenDocuments {
  readonly documents: readonly GivenDocument[];
  /** What was named more than once. */
  readonly repeated: readonly string[];
}

/**
 * The documents of files and folders, folders with all in them, each once and by the path that was given. What can't be
 * looked at in a folder is a document that can't be loaded.
 * @throws AppError BAD_USER_INPUT where a path isn't there or no document is found
 */
export async function listGivenDocuments(paths: readonly string[]): Promise<GivenDocuments> {
  const found = new Map<string, GivenDocument>();
  const repeated = new Set<string>();
  for (const path of paths) {
    for (const document of await listDocuments(path)) {
      const place = resolvePath(document.path);
      if (found.has(place)) repeated.add(document.path);
      else found.set(place, document);
    }
  }
  if (found.size > 0) return { documents: [...found.values()], repeated: [...repeated] };
  throw new AppError(
    'BAD_USER_INPUT',
    `expected documents (.txt, .md, .html, .xlsx, .docx, .pdf), got none in ${paths.join(', ')}`,
  );
}

async function listDocuments(path: string): Promise<GivenDocument[]> {
  const entry = await stat(resolvePath(path)).catch(() => null);
  if (!entry) throw new AppError('BAD_USER_INPUT', `expected a file or folder, got ${path}, which isn't there`);
  if (!entry.isDirectory()) return [givenFile(path)];
  const documents = await walk(path, []);
  return documents.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `above` are the real paths of the folders that this one lies in. */
async function walk(folder: string, above: readonly string[]): Promise<GivenDocument[]> {
  try {
    const own = await realpath(resolvePath(folder));
    if (above.includes(own)) return [refused(folder, 'expected a folder, got a link to one that it lies in')];
    const entries = await readdir(own, { withFileTypes: true });
    const found: GivenDocument[] = [];
    for (const entry of entries.filter(({ name }) => !NO_DOCUMENTS.test(name))) {
      const path = join(folder, entry.name);
      const target = entry.isSymbolicLink() ? await stat(resolvePath(path)).catch(() => null) : entry;
      if (target?.isDirectory()) found.push(...(await walk(path, [...above, own])));
      else if (!DOCUMENTS.test(entry.name)) continue;
      else if (!target || target.isFile()) found.push(givenFile(path));
      else found.push(refused(path, 'expected a file, got a device, pipe or socket'));
    }
    return found;
  } catch (error) {
    return [refused(folder, `expected a folder that can be read, got: ${(error as Error).message}`)];
  }
}

function givenFile(path: string): GivenDocument {
  return {
    path,
    load: () =>
      loadBytes(path).catch((error: Error) => {
        if (error instanceof AppError) throw error;
        throw new AppError('UNREADABLE_DOCUMENT', `expected a file that can be read, got: ${error.message}`);
      }),
  };
}

function refused(path: string, sentence: string): GivenDocument {
  return { path, load: () => Promise.reject(new AppError('UNREADABLE_DOCUMENT', sentence)) };
}

/**
 * The bytes of a document that a user named.
 * @throws AppError BAD_USER_INPUT where the file can't be read, UNREADABLE_DOCUMENT where it is too large
 */
export async function readGivenDocument(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return loadBytes(path).catch((error: Error) => {
    if (error instanceof AppError) throw error;
    throw new AppError('BAD_USER_INPUT', `expected a file that can be read, got ${path} (${error.message})`);
  });
}

/** Reads no more than is allowed, whatever the file system says of the size: a pipe has none. */
async function loadBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const place = resolvePath(path);
  refuseTooLong((await stat(place)).size);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream(place) as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    refuseTooLong(length);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
