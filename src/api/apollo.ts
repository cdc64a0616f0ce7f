import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.js';
import { formatError } from './errors.js';
import { extensionsPlugin, logPlugin, releasePlugin } from './plugins.js';
import { makeSchema } from './schema.js';

export type Log = (entry: Record<string, unknown>) => void;

/** The GraphQL server without its transport. */
export async function makeApollo(
  log: Log,
  plugins: readonly ApolloServerPlugin<Context>[] = [],
): Promise<ApolloServer<Context>> {
  return new ApolloServer<Context>({
    schema: await makeSchema(),
    plugins: [extensionsPlugin, releasePlugin, logPlugin(log), ...plugins],
    formatError,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
}
