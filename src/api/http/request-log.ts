import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
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

/** Gives a request an id, its caller's own where that is plain, and puts it on the answer. */
export function identifyRequest({ headers }: IncomingMessage, response: ServerResponse): void {
  const given = headers['x-request-id'];
  response.setHeader('x-request-id', typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID());
}

export function requestIdOf(response: ServerResponse): string {
  return String(response.getHeader('x-request-id'));
}

/** What failed here, in full and with its causes; what only took too long is but a warning. */
export function logFailure(logger: Logger, error: unknown, where: Readonly<Record<string, unknown>>): void {
  const failure = error instanceof Error ? error : new Error(String(error));
  const level = failure instanceof AppError && failure.code === 'TIMEOUT' ? 'warn' : 'error';
  logger[level]({ ...where, stack: pino.stdSerializers.err(failure).stack }, failure.message);
}

/** What only who answers knows of a question. */
export interface Answered {
  /** The name that the client gave it, where it did. */
  readonly operation?: string | undefined;
  /** Whether its answer had been made before. */
  readonly repeated: boolean;
}

const answered = new WeakMap<ServerResponse, Answered>();

/** For the line of the request. */
export function noteAnswered(response: ServerResponse, own: Answered): void {
  answered.set(response, own);
}

/** A line for the request when its answer has been sent or given up; the path without what was asked, which may be long. */
export function logRequest(logger: Logger, path: string, request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now();
  const { method, socket } = request;
  const { remoteAddress: remote, bytesWritten: before } = socket;
  response.once('close', () => {
    const level = path === '/healthz' || path === '/readyz' ? 'debug' : 'info';
    const { operation, repeated = false } = answered.get(response) ?? {};
    logger[level]({
      requestId: requestIdOf(response),
      method,
      path,
      status: response.headersSent ? response.statusCode : undefined,
      milliseconds: Math.round(performance.now() - started),
      bytes: socket.bytesWritten - before,
      remote,
      operation,
      ...(repeated && { repeated }),
      ...(!response.writableFinished && { aborted: true }),
    });
  });
}

const OPERATION_NAME = /^\w{1,100}$/;

/** The name of a question as it stands in the log; undefined, which is not logged, where there is none, or no plain one. */
export function toOperation(name: unknown): string | undefined {
  return typeof name === 'string' && OPERATION_NAME.test(name) ? name : undefined;
}
