import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { CompareRequest } from '../../app/compare-request.js';
import { readQuestion } from '../coerce-input.js';
import type { Context } from '../context.js';
import { estimateCost, isCostOfVariables } from './cost.js';
import type { Cost } from './cost.js';
import { LIMITS, refuseMore } from './limits.js';
import { checkVariables } from './variables.js';

const VALUES_AN_OBJECT = LIMITS.values.most / LIMITS.objects.most;

/**
 * Refuses, before anything is executed, what would answer with more than `maxCost` objects, or with more values than so many objects
 * usually have; every answer says what it was expected to hold.
 */
export function limitCost(maxCost: number): ApolloServerPlugin<Context> {
  const limits: Cost = { objects: maxCost, values: maxCost * VALUES_AN_OBJECT };
  /** Of operations that always cost the same; they are forgotten with their documents. */
  const fixed = new WeakMap<OperationDefinitionNode, Cost>();
  return {
    async requestDidStart() {
      let cost: Cost | undefined;
      let isKnown = false;
      return {
        async didResolveOperation({ schema, document, operation, request: { variables }, contextValue: { loaders } }) {
          checkVariables(variables);
          cost = operation && fixed.get(operation);
          isKnown = cost !== undefined;
          if (isKnown) return;
          const asked = { schema, document, operationName: operation?.name?.value, variables };
          const ids = new Set<string>();
          let isWhole = true;
          cost = estimateCost({ ...asked, recall: (id) => (ids.add(id), null) }, () => (isWhole = false));
          if (ids.size > 0) {
            const kept = await recallQuestions(schema, [...ids], loaders);
            cost = estimateCost({ ...asked, recall: (id) => kept.get(id) ?? null });
          }
          for (const measure of ['objects', 'values'] as const)
            if (cost[measure] > limits[measure]) throw refuseMore(measure, cost[measure], limits[measure]);
          if (operation && isWhole && ids.size === 0 && !isCostOfVariables(document)) fixed.set(operation, cost);
        },
        async willSendResponse({ schema, document, operation, request: { variables }, response: { body } }) {
          if (body.kind !== 'single' || !cost) return;
          // Perhaps something was left out for its variables: who asks first is told what these cost, and so is this one.
          if (isKnown && document && body.singleResult.errors)
            cost = estimateCost({ schema, document, operationName: operation?.name?.value, variables });
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}

/** Those that are known and can be answered: of the others execution says what is wrong. */
async function recallQuestions(
  schema: GraphQLSchema,
  ids: readonly string[],
  { questions }: Context['loaders'],
): Promise<ReadonlyMap<string, CompareRequest>> {
  const recall = async (id: string): Promise<[string, CompareRequest][]> => {
    const question = await questions.byId.load(id);
    return question === null ? [] : [[id, readQuestion(schema, question)]];
  };
  return new Map((await Promise.all(ids.map((id) => recall(id).catch(() => [])))).flat());
}
