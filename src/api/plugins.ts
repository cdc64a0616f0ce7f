import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Context } from './context.js';
import { isExpected } from './errors.js';

/** Every answer names the release that it was computed from, and what it was asked for and does not know. */
export const extensionsPlugin: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response }) {
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        const release = await contextValue.release().catch(() => null);
        const hints = [...new Set(contextValue.hints)];
        singleResult.extensions = {
          ...singleResult.extensions,
          ...(release && { release: release.id }),
          ...(hints.length > 0 && { hints }),
        };
      },
    };
  },
};

/**
 * A request may name the release that it wants to be answered from (header `release`, or `?release=` of a GET). Only the
 * newest is kept yet: another is refused rather than answered from other data.
 */
export const releasePlugin: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request: { http }, contextValue }) {
        const wanted = http?.headers.get('release') ?? new URLSearchParams(http?.search).get('release');
        if (!wanted) return;
        const { id } = await contextValue.release();
        if (wanted === id) return;
        throw new GraphQLError(`expected the newest release, ${id} (earlier ones are not kept yet), got ${wanted}`, {
          extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
        });
      },
    };
  },
};

/** Logs in full, with the id of the request, what clients see masked. */
export function logPlugin(log: (entry: Record<string, unknown>) => void): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue, request }) {
          for (const error of errors.filter((own) => !isExpected(own))) {
            const { message, stack, path, originalError } = error;
            log({
              level: 'error',
              requestId: contextValue.requestId,
              message,
              path,
              stack: originalError?.stack ?? stack,
              operation: request.operationName,
            });
          }
        },
      };
    },
  };
}
