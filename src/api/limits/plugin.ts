import type { ApolloServerPlugin } from '@apollo/server';
import { estimateCost } from './cost.js';
import type { Cost } from './cost.js';
import { LIMITS, refuseMore } from './limits.js';
import { checkVariables } from './variables.js';

const VALUES_AN_OBJECT = LIMITS.values.most / LIMITS.objects.most;

/**
 * Refuses, before anything is executed, what would answer with more than `maxCost` objects, or with more values than so many objects
 * usually have; every answer says what it was expected to hold.
 */
export function limitCost(maxCost: number): ApolloServerPlugin {
  const limits: Cost = { objects: maxCost, values: maxCost * VALUES_AN_OBJECT };
  return {
    async requestDidStart() {
      let cost: Cost | undefined;
      return {
        async didResolveOperation({ schema, document, operation, request: { variables } }) {
          checkVariables(variables);
          cost = estimateCost({ schema, document, operationName: operation?.name?.value, variables });
          for (const measure of ['objects', 'values'] as const)
            if (cost[measure] > limits[measure]) throw refuseMore(measure, cost[measure], limits[measure]);
        },
        async willSendResponse({ response: { body } }) {
          if (body.kind !== 'single' || !cost) return;
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}
