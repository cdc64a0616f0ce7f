import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { AppError } from '../../domain/app-error.js';

export type { Logger };
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Writes JSON, a line an event, to stderr: stdout is for people. */
export function makeLogger(level: LogLevel): Logger {
  return pino({ level, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }));
}

const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** Gives each request an id, its caller's own where that is plain, and puts it on the answer. */
export const identifyRequests: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id') ?? '';
  response.setHeader('x-request-id', REQUEST_ID.test(given) ? given : randomUUID());
  next();
};

export function requestIdOf(response: Response): string {
  return String(response.getHeader('x-request-id'));
}

/** What failed here, in full and with its causes; what only took too long is but a warning. */
export function logFailure(logger: Logger, error: unknown, where: Readonly<Record<string, unknown>>): void {
  const failure = error instanceof Error ? error : new Error(String(error));
  const level = failure instanceof AppError && failure.code === 'TIMEOUT' ? 'warn' : 'error';
  logger[level]({ ...where, stack: pino.stdSerializers.err(failure).stack }, failure.message);
}

/** A line for each request when its answer has been sent or given up; the path without what was asked, which may be long. */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const { method, path, ip, socket } = request;
    const before = socket.bytesWritten;
    response.once('close', () => {
      const level = path === '/healthz' || path === '/readyz' ? 'debug' : 'info';
      logger[level]({
        requestId: requestIdOf(response),
        method,
        path,
        status: response.headersSent ? response.statusCode : undefined,
        milliseconds: Math.round(performance.now() - started),
        bytes: socket.bytesWritten - before,
        remote: ip,
        operation: operationOf(request),
        ...(!response.writableFinished && { aborted: true }),
      });
    });
    next();
  };
}

const OPERATION_NAME = /^\w{1,100}$/;

/** The name that a client gave its question; undefined, which is not logged, where it gave none. */
function operationOf({ body, query }: Request): string | undefined {
  const name: unknown = (body as { operationName?: unknown } | undefined)?.operationName ?? query['operationName'];
  return typeof name === 'string' && OPERATION_NAME.test(name) ? name : undefined;
}
