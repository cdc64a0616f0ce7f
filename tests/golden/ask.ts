import { HeaderMap } from '@apollo/server';
import type { ApolloServer, HTTPGraphQLRequest } from '@apollo/server';
import { pino } from 'pino';
import { makeApollo } from '../../src/api/apollo.js';
import { makeContext } from '../../src/api/context.js';
import type { Context } from '../../src/api/context.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import type { Store } from '../../src/store/store.js';
import { REFERENCE } from '../support/reference.js';

export interface Reply<T> {
  readonly data: T;
  readonly errors: readonly { message: string; path?: readonly unknown[]; extensions?: Record<string, unknown> }[];
  readonly extensions: Record<string, unknown>;
  /** SQL statements of the whole request, the release's included: also where the embedded store has it in mind. */
  readonly statements: number;
  readonly sql: readonly string[];
}

let apollo: Promise<ApolloServer<Context>> | undefined;

/** Asks the API as a client does, without the transport, and counts the SQL statements; `release` is the header. */
export async function ask<T = Record<string, never>>(
  store: Store,
  query: string,
  variables: Record<string, unknown> = {},
  release?: string,
): Promise<Reply<T>> {
  const server = await (apollo ??= makeApollo(pino({ level: 'silent' })));
  const contextValue = makeContext({ store, reference: REFERENCE });
  const { result, statements, sql } = await withStatementCount(store, () =>
    server.executeOperation(
      { query, variables, ...(release !== undefined && { http: pinTo(release) }) },
      { contextValue },
    ),
  );
  if (result.body.kind !== 'single') throw new Error('expected one answer');
  const { data, errors = [], extensions = {} } = JSON.parse(JSON.stringify(result.body.singleResult)) as Reply<T>;
  const isRemembered = store.kind === 'EMBEDDED' && release === undefined;
  return { data, errors, extensions, statements: statements + (isRemembered ? 1 : 0), sql };
}

function pinTo(release: string): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  headers.set('release', release);
  return { method: 'POST', headers, search: '', body: null };
}
