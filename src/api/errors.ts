import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { AppError } from '../domain/app-error.js';

const MASKED = 'something went wrong here; the request id in the header x-request-id finds it in the log';

/** Whether the caller may see it: bad use and known obstacles. Anything else is a bug or an outage. */
export function isExpected(error: unknown): boolean {
  const original = unwrapResolverError(error);
  return original instanceof AppError || (original instanceof GraphQLError && isRefusal(original));
}

/** What parsing, validation and coercion refuse has a place in the query and no cause of its own. */
function isRefusal({ originalError }: GraphQLError): boolean {
  return originalError == null || originalError instanceof GraphQLError || originalError instanceof AppError;
}

/** The error as clients see it: an AppError with its sentence and code; what is not expected without its message. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const { locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  if (original instanceof AppError)
    return { message: original.message, ...place, extensions: { code: original.code, ...withContext(original) } };
  if (isExpected(error)) return { message: formatted.message, ...place, extensions: { code: codeOf(formatted) } };
  return { message: MASKED, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

function codeOf({ extensions }: GraphQLFormattedError): unknown {
  return extensions?.['code'] ?? 'BAD_USER_INPUT';
}

function withContext({ context }: AppError): Record<string, unknown> {
  return Object.keys(context).length > 0 ? { context } : {};
}
