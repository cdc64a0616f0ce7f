import { Router } from 'express';
import type { Request, Response } from 'express';
import { EXPORT_FORMATS, EXPORT_TABLES, MEDIA_TYPES, exportTable } from '../app/export-table.js';
import type { ExportFormat, ExportRequest, ExportTable } from '../app/export-table.js';
import { recallQuestion } from '../app/saved-questions.js';
import { AppError } from '../domain/app-error.js';
import { findRelease } from './context.js';
import type { Holdings } from './context.js';
import { readExportRequest } from './export-parameters.js';
import { EXACT_PATHS } from './http/exact-paths.js';
import { logFailure, requestIdOf } from './http/request-log.js';
import type { Logger } from './http/request-log.js';
import { wantedRelease } from './http/wanted-release.js';

export interface ExportOptions extends Holdings {
  /** Is told what went wrong after an answer had begun. */
  readonly logger: Logger;
  /** How long a client may take nothing before it is cut off; default: a minute. */
  readonly patience?: number;
}

interface ExportFile {
  readonly table: ExportTable;
  readonly format: ExportFormat;
}

const FILES: ReadonlyMap<string, ExportFile> = new Map(
  EXPORT_TABLES.flatMap((table) => EXPORT_FORMATS.map((format) => [`${table}.${format}`, { table, format }])),
);
/** Each holds a connection to the store for as long as its client takes. */
const MOST_AT_ONCE = 4;
const RETRY_AFTER_SECONDS = 10;
const PATIENCE = 60_000;

/** Tables as files: `line-items.csv` and so on. What is refused before the first byte goes to the error handler of whoever mounts it. */
export function makeExportRouter(options: ExportOptions): Router {
  const router = Router(EXACT_PATHS);
  let running = 0;
  router.get('/:file', async (request, response) => {
    const asked = await readRequest(request, options);
    if (request.method === 'HEAD') {
      const { id } = await findRelease(options, asked.releaseId);
      return void begin(response, asked, id).end();
    }
    if (running >= MOST_AT_ONCE) throw refuseBusy(response);
    running += 1;
    try {
      await send(request, response, asked, options);
    } finally {
      running -= 1;
    }
  });
  return router;
}

/** A row that can't be read after others were sent must not look like the end of the file: the connection is cut. */
async function send(request: Request, response: Response, asked: ExportRequest, options: ExportOptions): Promise<void> {
  try {
    await exportTable(options, asked, ({ id }) => {
      cutStalled(response, options.patience ?? PATIENCE);
      return begin(response, asked, id);
    });
  } catch (error) {
    if (!response.headersSent && !response.destroyed) throw error;
    const isGone = response.destroyed;
    response.destroy();
    if (!isGone) logFailure(options.logger, error, { requestId: requestIdOf(response), path: request.path });
  }
}

/** Cuts off a client that takes nothing of what waits for it; that nothing waits, since reading takes long, is not its fault. */
function cutStalled(response: Response, patience: number): void {
  // Node finds a socket idle when it has looked twice and nothing has moved.
  response.setTimeout(patience / 2, () => {
    if (response.writableLength > 0) response.destroy();
  });
}

function begin(response: Response, { question, format }: ExportRequest, releaseId: string): Response {
  return response.set({
    'content-type': MEDIA_TYPES[format],
    'content-disposition': `attachment; filename="duizhao-${question.table}-${releaseId}.${format}"`,
    'cache-control': 'no-store',
    release: releaseId,
  });
}

async function readRequest(request: Request, holdings: Holdings): Promise<ExportRequest> {
  const file = FILES.get(String(request.params['file']));
  if (!file)
    throw new AppError('NOT_FOUND', `expected ${[...FILES.keys()].join(', ')}, got ${String(request.params['file'])}`);
  const { bom, release, ...parameters } = readQuery(request);
  if (bom !== undefined && bom !== '1') throw refuse('bom=1 or no bom', `bom=${bom}`);
  const releaseId = wantedRelease(request.get('release'), release === undefined ? [] : [release]);
  return readExportRequest({ ...file, bom: bom === '1', releaseId }, parameters, (id) =>
    recallQuestion(holdings.store, id),
  );
}

function readQuery({ query }: Request): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      if (typeof value !== 'string') throw refuse(`${name} once`, 'it several times');
      return [name, value];
    }),
  );
}

function refuseBusy(response: Response): AppError {
  response.set('retry-after', String(RETRY_AFTER_SECONDS));
  return new AppError('TOO_BUSY', `expected at most ${MOST_AT_ONCE} exports at once, got one more; try again later`);
}

function refuse(expected: string, got: string): AppError {
  return new AppError('BAD_USER_INPUT', `expected ${expected}, got ${got}`);
}
