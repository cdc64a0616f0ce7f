import type { ApolloServerPlugin } from '@apollo/server';
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
