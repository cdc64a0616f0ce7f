import type { ApolloServerPlugin } from '@apollo/server';
import { estimateCost } from './cost.js';
import { refuseMore } from './limits.js';
import { checkVariables } from './variables.js';

/** Refuses, before anything is executed, what would cost more; every answer says what it was taken to cost. */
export function limitCost(maxCost: number): ApolloServerPlugin {
  return {
    async requestDidStart() {
      let cost: number | undefined;
      return {
        async didResolveOperation({ schema, document, operation, request: { variables } }) {
          checkVariables(variables);
          cost = estimateCost({ schema, document, operationName: operation?.name?.value, variables });
          if (cost > maxCost) throw refuseMore('cost', cost, maxCost);
        },
        async willSendResponse({ response: { body } }) {
          if (body.kind !== 'single' || cost === undefined) return;
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}
