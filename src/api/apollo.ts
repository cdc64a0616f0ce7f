import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import type { Context } from './context.js';
import { formatError } from './errors.js';
import { makeDocumentStore } from './lean/document-store.js';
import { EXECUTIONS, executeLean } from './lean/plugin.js';
import type { Execution } from './lean/plugin.js';
import { LIMITS } from './limits/limits.js';
import { limitCost } from './limits/plugin.js';
import { checkSizeRule, checkTextsRule, queriesOnlyRule } from './limits/rules.js';
import { PARSE_OPTIONS } from './limits/stops.js';
import { extensionsPlugin, failurePlugin, releasePlugin } from './plugins.js';
import { makeSchema } from './schema.js';

export interface ApolloOptions {
  /** How many objects an answer may be expected to have. */
  readonly maxCost?: number;
  /** Default: what the environment says, for tests and benchmarks, else compiled when repeated. */
  readonly execution?: Execution;
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
}

/** What Apollo would add by itself: hints for caches nobody reads, and reports to its makers where the environment has a key. */
const UNWANTED: readonly ApolloServerPlugin[] = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** The GraphQL server without its transport. */
export async function makeApollo(logger: Logger, options: ApolloOptions = {}): Promise<ApolloServer<Context>> {
  const { maxCost = LIMITS.objects.most, execution = findExecution(), plugins = [] } = options;
  const schema = await makeSchema();
  return new ApolloServer<Context>({
    schema,
    plugins: [
      ...UNWANTED,
      extensionsPlugin,
      limitCost(maxCost),
      releasePlugin,
      failurePlugin(logger),
      executeLean(schema, execution),
      ...plugins,
    ],
    logger,
    parseOptions: PARSE_OPTIONS,
    documentStore: makeDocumentStore(),
    validationRules: [queriesOnlyRule, checkSizeRule, checkTextsRule],
    formatError,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
}

function findExecution(): Execution {
  return EXECUTIONS.find((own) => own === process.env['DUIZHAO_EXECUTION']) ?? 'compiled-when-repeated';
}
