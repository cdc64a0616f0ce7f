import type { ServerResponse } from 'node:http';
import type { ErrorRequestHandler } from 'express';
import { AppError } from '../../domain/app-error.js';
import { explainError, isFailure, statusOf } from '../errors.js';
import { logFailure, requestIdOf } from './request-log.js';
import type { Logger } from './request-log.js';

/** What Express and its body reader say of a request that can't be read. */
interface ReadingError extends Error {
  readonly type?: string;
  readonly status?: number;
  readonly limit?: number;
  readonly length?: number;
}

/** Answers what no route could, in the shape of GraphQL's errors, and logs what is our fault. */
export function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error: Error, { path }, response, next) => {
    if (response.headersSent) return next(error);
    answerError(error, response, { logger, path });
  };
}

/** The same for one error, before anything was sent. */
export function answerError(
  error: Error,
  response: ServerResponse,
  { logger, path }: { readonly logger: Logger; readonly path: string },
): void {
  const refusal = toRefusal(error);
  const { code, message, context } = explainError(refusal);
  const requestId = requestIdOf(response);
  if (isFailure(code)) logFailure(logger, error, { requestId, path });
  const extensions = { ...context, code, ...(isFailure(code) && { requestId }) };
  response.statusCode = refusal === error ? statusOf(code) : ((error as ReadingError).status ?? statusOf(code));
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify({ errors: [{ message, extensions }] }));
}

/** A request that can't be read, in our words; anything else as it is. */
function toRefusal(error: ReadingError): Error {
  const { type, status = 0, limit = 0, length, message } = error;
  if (type === 'entity.too.large') return refuseLength(limit, length);
  if (type === 'entity.parse.failed') return refuse('a body of JSON', message);
  if (status >= 400 && status < 500 && !(error instanceof AppError))
    return refuse('a request that can be read', message);
  return error;
}

/** `length` where it is known. */
export function refuseLength(limit: number, length?: number): AppError {
  const sentence = `expected a body of at most ${limit} bytes, got ${length ?? 'more'}`;
  return new AppError('TOO_LARGE', sentence, { limit, actual: length });
}

export function refuse(expected: string, got: string): AppError {
  return new AppError('BAD_USER_INPUT', `expected ${expected}, got: ${got}`);
}
