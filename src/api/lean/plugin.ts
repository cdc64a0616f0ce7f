import { HeaderMap } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.js';
import { makeCompiler } from './compile.js';
import type { CompiledOperation } from './compile.js';

/** Who executes: graphql-js alone, compiled functions from the first time on, or (as it is served) from the second. */
export const EXECUTIONS = ['graphql-js', 'compiled', 'compiled-when-repeated'] as const;
export type Execution = (typeof EXECUTIONS)[number];

/** What is known of an operation: that it came once, its function, or that it has none. */
type Known = 'SEEN' | 'PLAIN' | CompiledOperation;

/** Of all compiled operations together, in fields and fragments: 90 MB at most. */
const MOST_SELECTIONS = 10_000;
/** That an operation came once, or has no function, takes about as much as so many fields. */
const REMEMBERED = 1;

/**
 * Executes operations that come again by functions compiled from them. Where more than one thing is wrong, or it is wrong here, graphql-js
 * executes again: nothing is changed by reading twice, and it has the last word on what is said, in which order, and what becomes null.
 */
export function executeLean(schema: GraphQLSchema, execution: Execution): ApolloServerPlugin<Context> {
  const known = new LRUCache<string, Known>({
    maxSize: MOST_SELECTIONS,
    sizeCalculation: (own) => (typeof own === 'string' ? REMEMBERED : own.selections),
  });
  const compile = makeCompiler(schema);
  const isCompiledAtOnce = execution === 'compiled';
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, queryHash, request, contextValue }) {
          if (execution === 'graphql-js' || !operation) return null;
          const key = `${queryHash} ${operation.name?.value ?? ''}`;
          let own = known.get(key) ?? (isCompiledAtOnce ? 'SEEN' : undefined);
          if (own === undefined) known.set(key, 'SEEN');
          if (own === 'SEEN') known.set(key, (own = compile(document, operation) ?? 'PLAIN'));
          if (own === undefined || own === 'PLAIN') return null;
          const singleResult = await own.run(contextValue, request.variables ?? {});
          return (
            singleResult && {
              http: { status: undefined, headers: new HeaderMap() },
              body: { kind: 'single', singleResult },
            }
          );
        },
      };
    },
  };
}
