import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { AppError } from '../domain/app-error.js';
import type { ErrorCode } from '../domain/app-error.js';
import { findStop } from './limits/stops.js';

/** Codes that only the API has: GraphQL's, and that of what is masked. */
export const API_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'BAD_REQUEST',
  'INTERNAL_SERVER_ERROR',
] as const;
export type ApiCode = ErrorCode | (typeof API_CODES)[number];

/** HTTP status of a request that fails whole; 500 for what only commands should meet. */
const STATUSES: Readonly<Partial<Record<ApiCode, number>>> = {
  BAD_USER_INPUT: 400,
  TOO_COSTLY: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  BAD_REQUEST: 400,
  PERSISTED_QUERY_NOT_FOUND: 200,
  NOT_FOUND: 404,
  TOO_LARGE: 413,
  TOO_BUSY: 503,
  STORE_BUSY: 503,
  STORE_UNAVAILABLE: 503,
  TIMEOUT: 504,
};
const FAILED = 500;

const MASKED = 'something went wrong here; the request id, also in the header x-request-id, finds it in the log';

/** An error as clients may see it. */
interface Explanation {
  readonly code: ApiCode;
  readonly message: string;
  /** What a program can read. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** The HTTP status of a request that fails whole with this code. */
export function statusOf(code: ApiCode): number {
  return STATUSES[code] ?? FAILED;
}

/** Whether the server is at fault, not the request: its operator has to know. */
export function isFailure(code: ApiCode): boolean {
  return statusOf(code) >= FAILED;
}

/** The error as clients see it, in the one shape that all have. */
export function formatError({ locations, path }: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { code, message, context } = explainError(error);
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { ...context, code } };
}

/** Bad use and known obstacles keep sentence and code; anything else is a bug or an outage, and is masked. */
export function explainError(error: unknown): Explanation {
  if (error instanceof AppError) return explainAppError(error, error.message);
  if (error instanceof GraphQLError) {
    const cause = findCause(error);
    if (cause instanceof AppError) return explainAppError(cause, error.message);
    const stop = findStop(error);
    if (stop) return stop;
    if (cause instanceof GraphQLError && isOfRequest(error, cause)) return explainGraphQLError(error);
  }
  return { code: 'INTERNAL_SERVER_ERROR', message: MASKED, context: {} };
}

/** The context of what fails here (a folder, a host) is for the operator only. */
function explainAppError({ code, context }: AppError, message: string): Explanation {
  return { code, message, context: isFailure(code) ? {} : context };
}

function explainGraphQLError({ extensions, message }: GraphQLError): Explanation {
  return { code: (extensions['code'] as ApiCode | undefined) ?? 'BAD_USER_INPUT', message, context: {} };
}

/** The error that another was made of, however often it was wrapped. */
function findCause(error: GraphQLError): Error {
  const { originalError } = error;
  return originalError instanceof GraphQLError ? findCause(originalError) : (originalError ?? error);
}

/** What GraphQL refuses has a place in the request, or comes before execution; a result that no type allows has neither. */
function isOfRequest({ path }: GraphQLError, { nodes }: GraphQLError): boolean {
  return path === undefined || nodes !== undefined;
}
