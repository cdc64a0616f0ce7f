import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { Prisma } from './generated/client.js';
import type { PrismaClient } from './generated/client.js';
import { makeStatementNames } from './statement-names.js';
import type { Send, SnapshotTransaction, Store } from './store.js';
import { VALUE_READERS } from './value-readers.js';

/** Where statements that read go, past Prisma. */
export interface Source extends Pick<Store, 'openSnapshot'> {
  readonly send: Send;
}

/** The embedded database, which runs one statement, or one transaction, after the other. */
export function readEmbedded(database: PGlite): Source {
  const send: Send = async (text, values) => {
    const { rows } = await database.query<object>(text, [...values], { parsers: VALUE_READERS });
    return rows;
  };
  return { send, openSnapshot: null };
}

/**
 * A Postgres database by any connection that is free. One on which a statement fails is let go: what it has planned under a name may be of tables
 * that are others by now.
 */
export function readPool(pool: pg.Pool): Source {
  const nameOf = makeStatementNames();
  const sendTo =
    (target: pg.Pool | pg.PoolClient): Send =>
    async (text, values) =>
      (await target.query<object>({ name: nameOf(text), text, values: [...values] })).rows;
  const openSnapshot = async (): Promise<SnapshotTransaction> => {
    const connection = await pool.connect();
    const letGo = (failure?: Error): void => {
      connection.off('error', ignore);
      connection.release(failure);
    };
    connection.on('error', ignore); // whoever waits for an answer is told as well
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY').catch((error: Error) => {
      letGo(error);
      throw error;
    });
    return { send: sendTo(connection), end: () => connection.query('COMMIT').then(() => letGo(), letGo) };
  };
  return { send: sendTo(pool), openSnapshot };
}

function ignore(): void {}

/** The source, of which each statement is told to who listens by then. */
export function tellListeners({ send, openSnapshot }: Source, listeners: Store['listeners']): Source {
  const tell =
    (own: Send): Send =>
    (text, values) => {
      listeners.forEach((listen) => listen(text));
      return own(text, values);
    };
  return {
    send: tell(send),
    openSnapshot:
      openSnapshot &&
      (async () => {
        const transaction = await openSnapshot();
        return { ...transaction, send: tell(transaction.send) };
      }),
  };
}

/**
 * The client, of which `$queryRaw` goes to the database past Prisma, whose own way from rows to objects takes ten times the driver's; the
 * rows are the same. Whatever else it does, transactions and what is read in them too, stays with Prisma.
 */
export function readThrough(client: PrismaClient, send: Send): PrismaClient {
  return withQueryRaw(client, async (...query) => {
    const { text, values } = toStatement(...query);
    return send(text, values);
  });
}

/** What is run, of a template and its values or of what was made of them before. */
export function toStatement(...[query, ...values]: Parameters<PrismaClient['$queryRaw']>): Prisma.Sql {
  return query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values);
}

/** The client with another `$queryRaw`; whatever else it does is as it was. */
export function withQueryRaw(
  client: PrismaClient,
  $queryRaw: (...query: Parameters<PrismaClient['$queryRaw']>) => Promise<unknown>,
): PrismaClient {
  return new Proxy(client, {
    get: (target, name) => (name === '$queryRaw' ? $queryRaw : Reflect.get(target, name)),
  });
}
