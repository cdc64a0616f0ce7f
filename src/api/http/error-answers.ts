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
  return (error: Error, request, response, next) => {
    if (response.headersSent) return next(error);
    const refusal = toRefusal(error);
    const { code, message, context } = explainError(refusal);
    const requestId = requestIdOf(response);
    if (isFailure(code)) logFailure(logger, error, { requestId, path: request.path });
    const status = refusal === error ? statusOf(code) : ((error as ReadingError).status ?? statusOf(code));
    const extensions = { ...context, code, ...(isFailure(code) && { requestId }) };
    response.status(status).json({ errors: [{ message, extensions }] });
  };
}

/** A request that can't be read, in our words; anything else as it is. */
function toRefusal(error: ReadingError): Error {
  const { type, status = 0, limit, length, message } = error;
  if (type === 'entity.too.large')
    return new AppError('TOO_LARGE', `expected a body of at most ${limit} bytes, got ${length ?? 'more'}`, {
      limit,
      actual: length,
    });
  if (type === 'entity.parse.failed') return refuse('a body of JSON', message);
  if (status >= 400 && status < 500 && !(error instanceof AppError))
    return refuse('a request that can be read', message);
  return error;
}

function refuse(expected: string, got: string): AppError {
  return new AppError('BAD_USER_INPUT', `expected ${expected}, got: ${got}`);
}
