import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { Prisma } from './generated/client.js';
import type { PrismaClient } from './generated/client.js';
import { makeStatementNames } from './statement-names.js';
import type { Store } from './store.js';
import { VALUE_READERS } from './value-readers.js';

/** Sends a statement to the database and gives its rows. */
export type Send = (text: string, values: readonly unknown[]) => Promise<readonly object[]>;

/** To the embedded database, which runs one statement, or one transaction, after the other. */
export function sendToEmbedded(database: PGlite): Send {
  return async (text, values) => {
    const { rows } = await database.query<object>(text, [...values], { parsers: VALUE_READERS });
    return rows;
  };
}

/**
 * To any connection of the pool that is free. One on which a statement fails is let go by the pool: what it has planned under a name may be
 * of tables that are others by now.
 */
export function sendToPool(pool: pg.Pool): Send {
  const nameOf = makeStatementNames();
  return async (text, values) => {
    const { rows } = await pool.query<object>({ name: nameOf(text), text, values: [...values] });
    return rows;
  };
}

/**
 * The client, of which `$queryRaw` goes to the database past Prisma, whose own way from rows to objects takes ten times the driver's; the
 * rows are the same. Whatever else it does, transactions and what is read in them too, stays with Prisma.
 */
export function readDirectly(client: PrismaClient, send: Send, listeners: Store['listeners']): PrismaClient {
  const $queryRaw = async (query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<unknown> => {
    const statement = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values);
    const { text } = statement;
    listeners.forEach((listen) => listen(text));
    return send(text, statement.values);
  };
  return new Proxy(client, {
    get: (target, name) => (name === '$queryRaw' ? $queryRaw : Reflect.get(target, name)),
  });
}
