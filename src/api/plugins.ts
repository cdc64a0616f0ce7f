import type { ApolloServerPlugin, GraphQLRequest, GraphQLResponse } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { AppError } from '../domain/app-error.js';
import type { Context, ReleaseState } from './context.js';
import { explainError, isFailure, statusOf } from './errors.js';
import type { ApiCode } from './errors.js';
import { logFailure } from './http/request-log.js';
import { wantedRelease } from './http/wanted-release.js';

/**
 * Every answer names the release that it was computed from, and what it was asked for and does not know; one that may be of two
 * releases is none. Here all reading ends.
 */
export const extensionsPlugin: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, contextValue, response, metrics }) {
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        const { footprint } = contextValue;
        const release = await findRelease(request, contextValue).catch(() => null);
        const hints = await contextValue.findHints().catch(() => []);
        const refusal = await contextValue.close().catch((error: unknown) => error);
        if (refusal !== undefined) refuseAll(response, refusal);
        if (refusal instanceof AppError && refusal.code === 'STORE_BUSY') footprint.isMixed = true;
        // To ask with the text of a persisted query also makes it known.
        if (metrics.persistedQueryRegister) footprint.isPassing = true;
        if (release && !singleResult.errors) footprint.state = release.state;
        singleResult.extensions = {
          ...singleResult.extensions,
          ...(release && { release: release.id }),
          ...(hints.length > 0 && { hints }),
        };
      },
    };
  },
};

/** What is refused before it is looked at is of the release that was wanted too. */
async function findRelease(request: GraphQLRequest, context: Context): Promise<ReleaseState> {
  const wanted = wantedOf(request);
  return wanted === null ? context.release() : context.pin(wanted);
}

function wantedOf({ http }: GraphQLRequest): string | null {
  return wantedRelease(http?.headers.get('release'), new URLSearchParams(http?.search).getAll('release'));
}

function refuseAll({ body, http }: GraphQLResponse, error: unknown): void {
  if (body.kind !== 'single') return;
  const { code, message, context } = explainError(error);
  body.singleResult.data = null;
  body.singleResult.errors = [{ message, extensions: { ...context, code } }];
  http.status = statusOf(code);
}

/** A request may name the release that it wants to be answered from: header `release`, or `?release=`. */
export const releasePlugin: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, contextValue }) {
        if (wantedOf(request) !== null) await findRelease(request, contextValue);
      },
    };
  },
};

/** Logs in full, with the id of the request, what fails here; the answer names that id, and its status says what happened. */
export function failurePlugin(logger: Logger): ApolloServerPlugin<Context> {
  return {
    async unexpectedErrorProcessingRequest({ error, requestContext: { contextValue } }) {
      logFailure(logger, error, { requestId: contextValue.requestId });
    },
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue: { requestId }, request }) {
          for (const [cause, { path }] of distinguishFailures(errors))
            logFailure(logger, cause, { requestId, path, operation: request.operationName });
        },
        async willSendResponse({ contextValue, response: { body, http } }) {
          if (body.kind !== 'single' || !body.singleResult.errors) return;
          const { data, errors } = body.singleResult;
          body.singleResult.errors = errors.map((error) => nameRequest(error, contextValue.requestId));
          // Apollo's own refusals have a status already (405, 415 …); 500 is what it says when it knows none.
          if (data == null && (http.status ?? FAILED) === FAILED) http.status = Math.max(...errors.map(statusOfError));
        },
      };
    },
  };
}

const FAILED = 500;

/** What failed, each with the first field that it failed: what is read for many fields at once fails all of them. */
function distinguishFailures(errors: readonly GraphQLError[]): Map<Error, GraphQLError> {
  const failures = errors.filter((error) => isFailure(explainError(error).code)).reverse();
  return new Map(failures.map((error) => [error.originalError ?? error, error]));
}

function nameRequest(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  const { extensions } = error;
  return isFailure(codeOf(error)) ? { ...error, extensions: { ...extensions, requestId } } : error;
}

function statusOfError(error: GraphQLFormattedError): number {
  return statusOf(codeOf(error));
}

function codeOf({ extensions }: GraphQLFormattedError): ApiCode {
  return extensions?.['code'] as ApiCode;
}
